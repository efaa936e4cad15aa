# SPDX-License-Identifier: MIT
# Words for the tests of the command `dossier`: a store of its own in a
# folder that goes when the test ends.
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${top_builddir:=$top_srcdir/build}"
unset DOSSIER_CONF
LC_ALL=C.UTF-8; export LC_ALL
work=$(mktemp -d) || exit 99
trap 'no_store; rm -rf "$work"' EXIT
trap 'exit 99' INT TERM
tests=0 bad=0 store=
data=$top_srcdir/tests/data

no_store() {
	rm -f "$work"/dossier.db*
	[ -z "${DOSSIER_TEST_STORE-}" ] ||
	    "$top_builddir/pageworld" --drop "$store"
}

# use_store ADDRESS: dossier.conf names it.
use_store() {
	store=$1
	sed -i "s|^store = .*|store = $(printf %s "$1" | sed 's/&/\\&/g')|" \
	    "$work/dossier.conf"
}

empty_store() {
	no_store
	use_store "$("$top_builddir/pageworld" --empty "$work/dossier.db")"
	[ -n "$store" ] || { echo 'Bail out! no store'; exit 99; }
}

# copy_store FILE: the store as it is now; says where the copy is.
copy_store() {
	[ -z "${DOSSIER_TEST_STORE-}" ] || {
		"$top_builddir/pageworld" --copy "$store"
		return
	}
	cp "$store" "$1"
	[ ! -e "$store-wal" ] || cp "$store-wal" "$1-wal"
	echo "$1"
}

cat > "$work/dossier.conf" <<END
[dossier]
store = $store
documents = $work/documents
templates = $top_srcdir/templates
base_url = http://localhost
timezone = Europe/Amsterdam
secret_file = $work/secret
END
empty_store
mkdir "$work/documents"
(umask 077; head -c 32 /dev/urandom > "$work/secret")

# dossier COMMAND...: leaves $out, $err and $rc behind.
dossier() {
	rc=0
	DOSSIER_CONF=$work/dossier.conf "$top_builddir/dossier" "$@" \
	    > "$work/out" 2> "$work/err" || rc=$?
	out=$(cat "$work/out") err=$(cat "$work/err")
}

# sql STATEMENT: its rows.
sql() {
	DOSSIER_CONF=$work/dossier.conf "$top_builddir/dossier" sql "$1"
}

# is SENTENCE GOT WANTED
is() {
	tests=$((tests + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $tests - $1"
	else
		bad=$((bad + 1))
		printf 'not ok %d - %s\n' "$tests" "$1"
		printf '%s\n' "got:" "$2" "wanted:" "$3" | sed 's/^/# /'
	fi
}

# has SENTENCE TEXT PART
has() {
	case $2 in
	*"$3"*)	is "$1" yes yes ;;
	*)	is "$1" "$2" "...$3..." ;;
	esac
}

skip() {	# SENTENCE WHY
	tests=$((tests + 1))
	echo "ok $tests - $1 # SKIP $2"
}

# A store with the types that ship, and a team South that handles both.
store() {
	empty_store
	dossier migrate --schema "$top_srcdir/schema"
	for type in complaint permit; do
		dossier type install "$top_srcdir/etc/casetypes/$type"
	done
	dossier sql --write "INSERT INTO team (code, name, name_key)
	    VALUES ('south', 'South', 'south');
	    INSERT INTO scope (type, team)
	    VALUES ('permit', 1), ('complaint', 1)"
}

tool_end() {
	echo "1..$tests"
	[ $bad = 0 ]
}
