"""A graph to look at: the page and pictures.

`network` is who does what with whom; `projection` takes parts of it, `structure` finds who belongs together, `layout` gives
places, `drawing` sizes and colours. Of these and of `words`, `layers` and `page` make one file, with the scripts and styles of
`explorer/`; `view` fits it to any size. `picture` draws those of `pictures/`, with what `treaty_acts` tells.
"""
