"""Targets of performance forms: named, described, in pairs, as sets, and as the narrative reports them."""
