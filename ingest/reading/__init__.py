"""One file a format, each the only place that knows its library."""
