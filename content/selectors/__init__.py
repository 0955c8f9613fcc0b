"""Reads, by subject. Each states its number of queries where a page depends on it."""
