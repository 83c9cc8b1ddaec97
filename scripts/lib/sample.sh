# Sourced by scripts/start for --sample: a station of its own with two cards that dock as soon as it is ready.

write_sample_config() {
  cat >"$1" <<'YAML'
# 示例采集站的配置，由 scripts/start --sample 生成。
# Configuration of the sample station, made by scripts/start --sample.
version: 1
station:
  name: 示例采集站 Sample station
dock:
  folders:
    - path: dock
      kind: cards
YAML
}

# Everything but the daemon: the data folder (made by `init` alone), its configuration, the cards beside the dock, and
# the registers and rosters that say whose they are. Cards that an earlier run docked stay docked.
prepare_sample() {
  local data=$1 draft number
  draft=$(mktemp --suffix=.yaml)
  write_sample_config "$draft"
  "$home/scripts/docket" init --config "$draft" --data "$data" >&2
  if [ -e "$data/ingest.config.yaml" ]; then rm -f "$draft"; else install_sample_config "$draft" "$data"; fi
  mkdir -p "$data/sample-cards-src" "$data/dock"
  for number in 01 02; do
    if [ ! -e "$data/dock/$number" ] && [ ! -e "$data/sample-cards-src/$number" ]; then
      "$home/node_modules/.bin/node" "$home/scripts/make-sample-cards.ts" "$data/sample-cards-src" "$data/sample-registers.new"
    fi
  done
  import_sample_registers "$data"
}

# Once for each pair of cards; the lists stay where a person can look at them. All of them in one process: each costs a
# second.
import_sample_registers() {
  local data=$1
  if [ ! -d "$data/sample-registers.new" ]; then return; fi
  "$home/scripts/docket" register import "$data/sample-registers.new" --data "$data" >&2
  rm -rf "$data/sample-registers"
  mv "$data/sample-registers.new" "$data/sample-registers"
}

# Every command that is given this data folder finds the configuration there.
install_sample_config() {
  chmod 644 "$1"
  mv "$1" "$2/ingest.config.yaml"
}

# Docks the cards, by renaming them, once the daemon with process id $2 has opened its socket. A socket that is there
# already was left by a daemon that was killed. Detached twice over, so that the daemon never has a child it does
# not know of; it gives up when the daemon ends.
dock_sample_when_ready() {
  local data=$1 daemon=$2 socket=$1/docket.sock left
  left=$(socket_identity "$socket")
  (
    (
      until [ -S "$socket" ] && [ "$(socket_identity "$socket")" != "$left" ]; do
        kill -0 "$daemon" 2>/dev/null || exit 0
        sleep 0.1
      done
      for number in 01 02; do
        if [ -d "$data/sample-cards-src/$number" ] && [ ! -e "$data/dock/$number" ]; then
          mv -T "$data/sample-cards-src/$number" "$data/dock/$number"
        fi
      done
    ) </dev/null >/dev/null 2>&1 &
  )
}

socket_identity() {
  stat -c '%i %z' "$1" 2>/dev/null || true
}
