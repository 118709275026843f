"""Field packs: one GeoPackage that holds places, form, photos and the log of edits."""

from geo.sync.pack_content import PackContent as PackContent
from geo.sync.pack_read import PackFile as PackFile
from geo.sync.pack_read import read_pack as read_pack
from geo.sync.pack_tiles import tile_files as tile_files
from geo.sync.pack_write import write_pack as write_pack
