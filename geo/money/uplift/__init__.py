"""What the place gains: induced visits, crew spending, jobs."""
