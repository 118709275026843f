"""What each line is: headings, house styles, episodes, cues, and the shapes of lines."""
