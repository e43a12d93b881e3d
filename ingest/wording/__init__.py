"""One small grammar a file, used by reading and by question understanding."""
