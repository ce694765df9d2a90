"""Write: pages become a folder, all or nothing."""
