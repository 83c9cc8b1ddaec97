#!/bin/sh
# fluent-ffmpeg starts one program, this one, and puts an input's options first: after -within they are the layers that
# stand before ffmpeg (src/confinement.ts), and ffmpeg itself. What it asks without an input (-formats, -encoders) reads
# no file.
if [ "$1" = -within ]; then
  shift
  exec "$@"
fi
exec ffmpeg "$@"
