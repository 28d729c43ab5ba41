#!/bin/sh
# Keeps the wall on: starts the browser, and starts it anew when it has ended or when its page stands still.
# Settings are read from wall.conf beside this file; WALL_URL and the like in the environment stand above it.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1

# setting NAME: prints what wall.conf says, without the carriage return that Windows' editors write
setting() {
  [ -f "$here/wall.conf" ] || return 0
  sed -n "s/^$1=//p" "$here/wall.conf" | tr -d '\r' | tail -n 1
}

url=${WALL_URL:-$(setting URL)}
copy=${WALL_COPY:-$(setting COPY)}
awake=${WALL_AWAKE:-$(setting AWAKE)}
browser=${WALL_BROWSER:-$(setting BROWSER)}
port=${WALL_PORT:-$(setting PORT)}
port=${port:-9333}
state=${WALL_STATE:-${XDG_STATE_HOME:-$HOME/.local/state}/wenming-wall}
profile=$state/profile
flags=${WALL_FLAGS:-}      # more flags for the browser, with blanks between them
every=${WALL_EVERY:-10}    # seconds from one look at the page to the next
start=${WALL_START:-180}   # seconds until its first beat
still=${WALL_STILL:-180}   # seconds that its beat may stand still after that
calm=${WALL_CALM:-600}     # seconds after which a browser counts as running well
pause=${WALL_PAUSE:-2}     # seconds before the second start; twice as many before each further one
longest=${WALL_LONGEST:-300}

say() {
  printf '%s %s\n' "$(date '+%F %T')" "$*"
}

if [ -z "$url" ]; then
  say "没有网址：请在 $here/wall.conf 填写 URL"
  exit 2
fi

if [ -z "$browser" ]; then
  for name in chromium chromium-browser google-chrome-stable google-chrome microsoft-edge-stable; do
    browser=$(command -v "$name") && break
  done
fi
if [ -z "$browser" ]; then
  say "找不到 Chromium、Chrome 或 Edge：请安装一个，或在 wall.conf 填写 BROWSER"
  exit 2
fi

# get URL: prints what is there; fails unless it is there within five seconds
get() {
  if command -v curl >/dev/null; then
    curl --silent --fail --location --max-time 5 --noproxy 127.0.0.1,localhost "$1"
  else
    wget --quiet --timeout=5 --tries=1 --no-proxy --output-document=- "$1"
  fi
}

page=${url%%[?#]*}

# is_there: whether the wall's page can be had now, whole
is_there() {
  case $url in
    file:*) return 0 ;;
  esac
  get "$page" 2>/dev/null | grep -q '<!-- wall:end -->'
}

# keep: keeps a copy of the wall for the day on which the server is away; a page and a script of two builds are not kept
keep() {
  case $url in
    file:*) return 0 ;;
  esac
  new=$state/new
  mkdir -p "$new/wall" || return 1
  get "$page" >"$new/wall/index.html" 2>/dev/null &&
    get "${page%/*}/wall.js" >"$new/wall/wall.js" 2>/dev/null &&
    get "$page" 2>/dev/null | cmp -s - "$new/wall/index.html" &&
    grep -q '<!-- wall:end -->' "$new/wall/index.html" || return 1
  rm -rf "$state/kept"
  mv "$new" "$state/kept"
}

# find_copy: prints the page of the site's copy that wall.conf names, or of the kept one
find_copy() {
  for folder in "$copy" "$state/kept"; do
    if [ -n "$folder" ] && [ -f "$folder/wall/index.html" ]; then
      printf '%s' "$folder/wall/index.html"
      return 0
    fi
  done
  return 1
}

# beat: prints the title of the wall's page, which its player writes anew at least once a minute
beat() {
  get "http://127.0.0.1:$port/json/list" 2>/dev/null |
    sed -n 's/.*"title": *"\(文明创建 · [^"]*· [0-9:]*\)".*/\1/p' | head -n 1
}

# is_awake: whether the screen may not sleep at this time of day
is_awake() {
  from=$(printf '%s' "${awake:-00:00-24:00}" | sed 's/-.*//; s/://')
  to=$(printf '%s' "${awake:-00:00-24:00}" | sed 's/.*-//; s/://')
  now=$(date +%H%M)
  if [ "$from" -lt "$to" ]; then
    [ "$now" -ge "$from" ] && [ "$now" -lt "$to" ]
  else
    [ "$now" -ge "$from" ] || [ "$now" -lt "$to" ]
  fi
}

# keep_awake: tells X not to blank the screen, or to do so after ten minutes; without X the desktop's own settings hold
keep_awake() {
  [ -n "${DISPLAY:-}" ] && command -v xset >/dev/null || return 0
  if is_awake; then wanted=on; else wanted=off; fi
  [ "$wanted" = "${screen:-}" ] && return 0
  screen=$wanted
  if [ "$wanted" = on ]; then
    xset dpms force on s off s noblank -dpms
  else
    xset +dpms s on dpms 600 600 600
  fi
}

running=

# stop_browser: ends the browser that was started here, with all its processes
stop_browser() {
  [ -n "$running" ] || return 0
  kill -s TERM -- "-$running" 2>/dev/null
  tries=0
  while kill -s 0 -- "-$running" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -gt 50 ] && kill -s KILL -- "-$running" 2>/dev/null
    [ "$tries" -gt 100 ] && break
    sleep 0.1
  done
  wait "$running" 2>/dev/null
  running=
}

# clear_profile: ends a browser that an earlier run of this file left behind, and forgets locks that a power cut left
clear_profile() {
  left=$(readlink "$profile/SingletonLock" 2>/dev/null)
  left=${left##*-}
  case $left in
    '' | *[!0-9]*) ;;
    *) [ -r "/proc/$left/cmdline" ] && tr '\0' ' ' <"/proc/$left/cmdline" | grep -qF -- "--user-data-dir=$profile" && kill -KILL "$left" ;;
  esac
  rm -f "$profile/SingletonLock" "$profile/SingletonCookie" "$profile/SingletonSocket"
}

# start_browser ADDRESS
start_browser() {
  mkdir -p "$profile" || exit 1
  clear_profile
  # shellcheck disable=SC2086 # the flags are parted by blanks
  setsid "$browser" --kiosk --user-data-dir="$profile" --remote-debugging-port="$port" \
    --no-first-run --no-default-browser-check --noerrdialogs --disable-infobars \
    --disable-session-crashed-bubble --hide-crash-restore-bubble --deny-permission-prompts \
    --disable-features=Translate --disable-pinch --overscroll-history-navigation=0 \
    --disable-background-timer-throttling --disable-renderer-backgrounding \
    --disable-backgrounding-occluded-windows --disable-component-update \
    --check-for-update-interval=31536000 --password-store=basic $flags "$1" >/dev/null 2>&1 &
  running=$!
}

trap 'stop_browser; say "停止"; exit 0' TERM INT HUP

# nap SECONDS: sleeps so that a signal is heard at once
nap() {
  sleep "$1" &
  wait $!
}

hourly=$((3600 / every))
next=$pause
while :; do
  if is_there; then
    showing=wall address=$url
    say "打开 $address"
    keep
  elif address=$(find_copy); then
    showing=copy address=file://$address
    say "连不上 $url，先放副本 $address"
  else
    showing=nothing address="file://$here/waiting.html"
    say "连不上 $url，等待"
  fi
  start_browser "$address"

  looks=0 same=0 last=
  while :; do
    nap "$every"
    looks=$((looks + 1))
    keep_awake
    [ $((looks % hourly)) -eq 0 ] && [ "$showing" = wall ] && keep
    if ! kill -0 "$running" 2>/dev/null; then
      say "浏览器退出了"
      break
    fi
    if [ "$showing" != wall ] && is_there; then
      say "连上了"
      looks=$calm # a change, not a failure
      break
    fi
    if [ "$showing" != nothing ]; then
      seen=$(beat)
      if [ -n "$seen" ] && [ "$seen" != "$last" ]; then
        [ -z "$last" ] && say "在走：$seen"
        last=$seen same=0
      else
        same=$((same + 1)) # counts looks: neither a sleep nor a clock that is set makes a wall seem to stand still
      fi
      [ -z "$last" ] && most=$start || most=$still
      if [ $((same * every)) -ge "$most" ]; then
        say "大屏不动了（${last:-没有大屏的页面}），重新打开"
        break
      fi
    fi
  done
  stop_browser

  if [ $((looks * every)) -ge "$calm" ]; then
    next=$pause
    continue
  fi
  say "$next 秒后重新打开"
  nap "$next"
  next=$((next * 2))
  [ "$next" -gt "$longest" ] && next=$longest
done
