"""The pure types every other room speaks; nothing here imports from the rest of the project."""
