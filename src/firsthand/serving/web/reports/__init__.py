"""Reports to mail and print: one HTML file each, which runs and loads nothing. No server is needed to draw one."""
