"""Getting to a server: what its address must look like, what it is, and why nobody answers there."""
