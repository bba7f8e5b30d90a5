#!/bin/sh
# Installs the packages when the lock or the machine is another than at the last installation. Says nothing on standard
# output, since commands whose answer is read by programs call it first. Needs only sh, npm and some Node.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
stamp="$root/node_modules/.kheo-stamp"
wanted="$(cksum <"$root/package-lock.json") $(uname -s) $(uname -m)"
[ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && exit 0

# Two commands on a bare clone at once: the second waits, then finds the work done.
lock="$root/.svelte-kit/installing"
mkdir -p "$root/.svelte-kit"
until mkdir "$lock" 2>/dev/null; do
  holder=$(cat "$lock/pid" 2>/dev/null || echo)
  if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then rm -rf "$lock"; else sleep 1; fi
done
echo $$ >"$lock/pid"
trap 'rm -rf "$lock"' EXIT
trap 'exit 130' INT TERM
[ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && exit 0

# npm must run on the machine's own Node: npm ci deletes node_modules, and with it the Node in it.
rest=$PATH
PATH=
while [ -n "$rest" ]; do
  part=${rest%%:*}
  case $rest in *:*) rest=${rest#*:} ;; *) rest= ;; esac
  case $part in */node_modules/.bin) ;; *) PATH="$PATH${PATH:+:}$part" ;; esac
done
export PATH

echo 'Installing packages (about half a minute) …' >&2
cd "$root"
if ! npm ci --include=dev --no-audit --no-fund --loglevel=error >"$lock/log" 2>&1; then
  cat "$lock/log" >&2
  echo 'The packages could not be installed: see above, then try again.' >&2
  exit 1
fi
# Written last, so that an interrupted installation is done again.
echo "$wanted" >"$stamp"
