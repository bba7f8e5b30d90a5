#!/bin/sh
# Installs the packages when the lock or the machine is another than at the last installation. Says nothing on standard
# output, since commands whose answer is read by programs call it first. Needs only sh, npm and some Node.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
stamp="$root/node_modules/.kheo-stamp"
wanted="$(cksum <"$root/package-lock.json") $(uname -s) $(uname -m)"
[ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && exit 0

# Two commands on a bare clone at once: the second waits, then finds the work done. The lock is a link that names its
# holder, so that it is made whole or not at all. A killed holder may leave its npm at work, which is waited for too.
lock="$root/.svelte-kit/install-lock"
works() {
  [ -n "$1" ] || return 1
  # Another program may bear the number by now; where the system does not tell, being alive is enough.
  if [ -d /proc/self ]; then grep -aqE 'install\.sh|npm' "/proc/$1/cmdline" 2>/dev/null; else kill -0 "$1" 2>/dev/null; fi
}
if ! mkdir -p "$root/.svelte-kit" || [ ! -w "$root/.svelte-kit" ] || [ ! -w "$root" ]; then
  echo "Packages have to be installed in $root, where this user may not write: run this once as the user whose folder it is." >&2
  exit 1
fi
told=
until ln -s $$ "$lock" 2>/dev/null; do
  holder=$(readlink "$lock" 2>/dev/null || echo)
  if works "$holder" || works "$(cat "$lock.npm" 2>/dev/null || echo)"; then
    [ -n "$told" ] || echo "Another start (process $holder) is installing the packages: waiting for it …" >&2
    told=yes
    sleep 1
  else
    rm -rf "$lock"
  fi
done
trap 'rm -rf "$lock" "$lock.npm" "$lock.log" "$lock.cache"' EXIT
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
# A service's user often has no home that it may write in: npm then keeps what it fetches here, for the moment.
cache=$(npm config get cache 2>/dev/null || echo)
if ! mkdir -p "$cache" 2>/dev/null || [ ! -w "$cache" ]; then
  npm_config_cache="$lock.cache"
  export npm_config_cache
fi
if ! sh -c 'echo $$ >"$0" && exec npm ci --include=dev --no-audit --no-fund --loglevel=error' "$lock.npm" >"$lock.log" 2>&1; then
  cat "$lock.log" >&2
  echo 'The packages could not be installed: see above, then try again.' >&2
  exit 1
fi
# Written last, so that an interrupted installation is done again.
echo "$wanted" >"$stamp"
