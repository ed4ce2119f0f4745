"""Invented a4 tables with a known truth: words, sound tables, and what damages them."""
