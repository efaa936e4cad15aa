# SPDX-License-Identifier: MIT
# What a browser test stands on: the tools from npm, and Dossier behind a web
# server in a folder of its own. A test sources this and calls `browser`.
here=$(cd "$(dirname "$0")" && pwd)
: "${top_srcdir:=$(cd "$here/../.." && pwd)}"
: "${top_builddir:=$top_srcdir/build}"
: "${prefix:=/usr/local}"

skip() { echo "1..0 # SKIP $*"; exit 0; }

# The tools lie in the build folder; what the lock file names is fetched once.
tools() {
	for c in node npm; do
		command -v $c >/dev/null || skip "$c is not installed"
	done
	# without the windows of a desktop it takes a third less time
	chromium=$(command -v chromium-headless-shell) ||
	    chromium=$(command -v chromium) || skip "Chromium is not installed"
	tools=$top_builddir/tests/browser
	mkdir -p "$tools"
	(flock 9; cmp -s "$here/package-lock.json" "$tools/installed" ||
	    { cp "$here"/package.json "$here"/package-lock.json "$tools" &&
	    cd "$tools" && timeout 300 npm ci --ignore-scripts --no-audit \
	    --no-fund --fetch-retries=1 --cache "$tools/cache" \
	    --cafile /etc/ssl/certs/ca-certificates.crt >npm.log 2>&1 &&
	    cp package-lock.json installed; }) 9>"$tools/lock" ||
	    skip "npm cannot fetch the tools (see tests/browser/npm.log)"
	cp "$here"/*.mjs "$tools"
}

# browser SERVER SCRIPT.mjs [SAMPLES [PATH]]: plays it against a new stage,
# with complaints that have no plan yet where early=--early is set before, and
# with the store in a database of its own where tests/pgsql/with-server runs.
browser() {
	tools
	[ -x "$prefix/bin/dossier" ] ||
	    skip "needs \`make install\` below $prefix first"
	case $1 in
	apache) [ -x /usr/sbin/apache2 ] || skip "Apache is not installed" ;;
	lighttpd) [ -x /usr/sbin/lighttpd ] ||
	    skip "lighttpd is not installed" ;;
	esac
	data=$(mktemp -d) || exit 99
	port=$(node -e 'const s = require("net").createServer();
		s.listen(0, "127.0.0.1", () => {
			console.log(s.address().port); s.close(); })')
	store=
	[ -z "${DOSSIER_TEST_STORE-}" ] ||
	    store=$("$top_builddir/pageworld" --empty none) || exit 99
	# it takes the servers some seconds to end, and nobody waits for that
	trap '(bash "$top_srcdir/etc/demo/stage" --stop --data "$data";
	    rm -rf "$data") >/dev/null 2>&1 </dev/null &' EXIT
	trap 'exit 143' TERM INT
	bash "$top_srcdir/etc/demo/stage" --prefix "$prefix" --data "$data" \
	    --port "$port" --server "$1" --samples "${3:-0}" \
	    ${4:+--path "$4"} ${store:+--store "$store"} ${early-} --detach \
	    >"$data/start" 2>&1 || {
		sed 's/^/# /' "$data/start"
		echo "not ok 1 - Dossier starts behind $1"
		echo 1..1
		exit 1
	}
	cd "$tools" || exit 99
	SERVER=$1 BASE=http://127.0.0.1:$port SITE=${4-} EARLY=${early-} \
	    PREFIX=$prefix DATA=$data CHROMIUM=$chromium \
	    SHOTS=${DOSSIER_SHOTS-} HOME=$data node "$2"
	rc=$?
	[ $rc = 0 ] || tail -n 20 "$data"/log/*.log | sed 's/^/# /'
	return $rc
}
