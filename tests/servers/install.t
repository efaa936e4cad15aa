# SPDX-License-Identifier: MIT
# What `make install` lays down, without starting it: units, users, folders,
# web servers' files; and that uninstalling leaves nothing.
. "$(dirname "$0")/servers.sh"
installed
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
: > "$work/head"; : > "$work/body"
units=$work/units
programs=$(cd "$installed/libexec" && echo dossier-* |
    sed -E 's/dossier-(clock|paper|plain)( |$)//g; s/dossier-//g')
folder=$installed/lib/systemd/system

same() { [ "$1" = "$2" ] || { printf '# %s\n' "$1"; false; }; }
none() { [ -z "$1" ] || { printf '%s\n' "$1" | sed 's/^/# /'; false; }; }

# Each program has a user, a socket in each web server's file, a page set.
for p in $programs; do
	ok "$p has a user of its own" \
	    grep -q "^u dossier-$p " "$installed/lib/sysusers.d/dossier.conf"
	ok "$p shares the data" \
	    grep -q "^m dossier-$p dossier\$" "$installed/lib/sysusers.d/dossier.conf"
	for s in nginx apache lighttpd; do
		ok "$s knows $p" grep -q "@SOCKETS@/$p.sock" \
		    "$installed/share/dossier/web/$s-location.conf"
	done
done
# Where a page takes files, a server that limits bodies takes more.
takes() {	# the patterns of larger sizes, the path as X
	cd "$installed/share/dossier/web" || return
	sed -n 's/.*location ~ \(.*\) {.*client_max_body_size @UPLOAD@.*/\1/p' \
	    nginx-location.conf > "$work/nginx"
	sed -n '/=~/h; /UPLOAD_K/{x; s/.*=~ "\(.*\)".*/\1/p}' \
	    lighttpd-location.conf > "$work/lighttpd"
	sed -i 's/@PATH@//' "$work/nginx" "$work/lighttpd"
}
(takes)
for p in $programs; do
	for path in $("$installed/libexec/dossier-$p" --routes | awk -F '\t' \
	    '$6 > 0 { gsub(/\{[a-z]*\}/, "X", $2); print $2 }'); do
		for s in nginx lighttpd; do
			ok "$s takes files at $path" sh -c \
			    "echo '$path' | grep -qEf '$work/$s'"
		done
	done
done
left=$(cd "$installed/lib" && grep -rnE '@[A-Za-z_]+@' systemd sysusers.d \
    tmpfiles.d | grep -v '@system-service\|dossier@')
ok 'no word of ours is left to be filled in' none "$left"

# What the units run is there.
left=$(sed -n 's/^Exec[A-Za-z]*=\([^ ]*\).*/\1/p' "$folder"/*.service |
    while read -r path; do
	case $path in
	*%i) path=${path%%%i}casework ;;
	esac
	[ -x "$root$path" ] || [ -x "$path" ] || echo "$path is missing"
done)
ok 'what the units run is there' none "$left"

# The units as the service manager reads them, with paths of this folder.
if command -v systemd-analyze > /dev/null; then
	cp -R "$folder" "$units"
	sed -i -E "s#$prefix/(bin|libexec)/#$root&#g" "$units"/*.service
	for u in $(for p in $programs; do
	    echo "dossier@$p.service dossier@$p.socket"; done) \
	    dossier-clock.timer dossier-clock.service \
	    dossier-backup.timer dossier-backup.service; do
		template=$(printf %s "$u" | sed 's/@.*[.]/@./')
		[ -f "$units/$u" ] || ln -s "$template" "$units/$u"
		left=$(cd "$units" && SYSTEMD_UNIT_PATH="$units:" \
		    systemd-analyze verify --man=no "./$u" 2>&1 |
		    grep -F dossier)
		ok "systemd finds nothing wrong with $u" none "$left"
		case $u in *.service) ;; *) continue ;; esac
		ok "and its exposure is at most 1.5" sh -c "cd '$units' &&
		    SYSTEMD_UNIT_PATH='$units:' systemd-analyze security \
		    --offline=true --threshold=15 --no-pager ./$u \
		    > '$work/body' 2>&1"
	done
else
	ok 'units are looked at # SKIP no systemd-analyze' true
fi

# stderr is the journal only when the service manager says so of that file.
fails() {	# JOURNAL_STREAM: what a program without a configuration says
	JOURNAL_STREAM=$1 "$installed/libexec/dossier-casework" --conf \
	    "$work/none" --socket "$work/none.sock" 2> "$work/said" || :
	cut -c 1-16 "$work/said"
}
: > "$work/said"
is=$(fails "$(stat -c %d:%i "$work/said")")
ok "to the journal with priorities ($is)" \
    sh -c "printf %s '$is' | grep -q '^<[2-4]>[^d]'"
is=$(fails 1:2)
ok "elsewhere with the program's name ($is)" same "$is" dossier-casework

# Users and folders, in a machine of their own.
if command -v systemd-sysusers > /dev/null; then
	mkdir -p "$work/machine/etc"
	echo 'www-data:x:33:' > "$work/machine/etc/group"
	echo 'root:x:0:0:root:/root:/bin/sh' > "$work/machine/etc/passwd"
	systemd-sysusers --root="$work/machine" \
	    "$installed/lib/sysusers.d/dossier.conf" > "$work/body" 2>&1
	ok 'systemd makes the users' same \
	    "$(sed -n 's/^dossier-\([a-z]*\):.*/\1/p' \
	    "$work/machine/etc/passwd" | sort | tr '\n' ' ')" \
	    "$(printf '%s\n' $programs clock | sort | tr '\n' ' ')"
	ok 'who cannot sign in' sh -c \
	    "! grep '^dossier-' '$work/machine/etc/passwd' | grep -v nologin"
	systemd-tmpfiles --root="$work/machine" --create \
	    "$installed/lib/tmpfiles.d/dossier.conf" > "$work/body" 2>&1
	where=$(sed -n 's/^d \([^ ]*\) .*/\1/p' \
	    "$installed/lib/tmpfiles.d/dossier.conf" | head -n 1)
	if [ "$(id -u)" = 0 ]; then
		gid=$(sed -n 's/^dossier:[^:]*:\([0-9]*\):.*/\1/p' \
		    "$work/machine/etc/group")
		ok 'the data is the programs' same \
		    "$(stat -c '%a %u %g' "$work/machine$where")" "2771 0 $gid"
		ok 'the documents are no stranger' same \
		    "$(stat -c '%a %u %g' "$work/machine$where/documents")" \
		    "2770 0 $gid"
	else
		ok 'owners of folders # SKIP only root can give them' true
	fi
else
	ok 'users and folders are made # SKIP no systemd-sysusers' true
fi

# One line a mistake: the command refuses what would not work.
conf() {
	printf '[dossier]\nbase_url = %s\ntimezone = UTC\n[serve]\n%s\n' \
	    "$1" "$2" > "$work/dossier.conf"
}
web() {
	"$installed/bin/dossier" web "$@" --conf "$work/dossier.conf" \
	    --from "$installed/share/dossier/web" > "$work/body" 2>&1
}
for s in nginx apache lighttpd; do
	with=x-sendfile
	[ $s != nginx ] || with=accel
	conf https://intranet.example.org:8443/akten "sendfile = $with"
	ok "$s: a part for a site" web $s
	ok "$s: nothing is left to be filled in" sh -c \
	    "! grep -E '@[A-Z_]+@' '$work/body'"
	ok "$s: a site of its own" web $s --whole
	ok "$s: has the host of base_url" shows intranet.example.org
	conf https://intranet.example.org 'sendfile = accel
documents = /srv/my documents'
	ok "$s: a folder with a blank is refused" sh -c \
	    "! $installed/bin/dossier web $s --conf $work/dossier.conf 2> '$work/body'"
done
conf https://a.org 'sendfile = accel'
ok 'what Apache does not understand is refused' sh -c \
    "! $installed/bin/dossier web apache --conf $work/dossier.conf 2> '$work/body'"
ok 'and it says what to write' shows 'sendfile = x-sendfile'
ok 'a server that is none is refused' sh -c \
    "! $installed/bin/dossier web iis --conf $work/dossier.conf 2> '$work/body'"

# Installed once more, used, and taken away: what the site made stays.
away=$top_builddir/tests/servers/away
rm -rf "$away"
(cd "$top_builddir" && ${MAKE:-make} -s install DESTDIR="$away") \
    > "$work/body" 2>&1
site=$away$(sed -n 's/.*--conf \(.*\)\/dossier.conf.*/\1/p' \
    "$folder/dossier@.service" | head -n 1)
mkdir -p "$site" && echo '# ours' > "$site/dossier.conf"
(cd "$top_builddir" && ${MAKE:-make} -s uninstall DESTDIR="$away") \
    > "$work/body" 2>&1
ok 'uninstalling leaves what the site made, and nothing else' same \
    "$(cd "$away" && find . -type f -o -type l)" ".${site#"$away"}/dossier.conf"
rm -rf "$away"
echo "1..$tests"
[ $bad = 0 ]
