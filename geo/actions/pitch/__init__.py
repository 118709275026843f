"""The pack for a crew: put together, shown, written; and what a bureau keeps of its sites."""
