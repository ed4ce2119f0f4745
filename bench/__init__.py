"""Figures of speed and memory; each module prints a Markdown table and names its versions."""
