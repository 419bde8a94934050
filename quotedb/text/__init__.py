"""Text and names and dates as such, before anybody has said anything."""
