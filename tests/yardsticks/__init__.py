"""Programs that run the assistant over public question sets, read from the shared folder; not tests themselves."""
