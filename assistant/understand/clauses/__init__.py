"""From tokens to clauses: what each clause says of things, bodies, years, numbers and sides."""
