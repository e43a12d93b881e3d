"""Questions over tables that are no budget: any grid of cells with headers, read by its own words alone."""
