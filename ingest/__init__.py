"""From a file to stored records: reading, tables, checks, stores."""
