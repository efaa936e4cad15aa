# SPDX-License-Identifier: MIT
# A stored file that is gone, or not the one that was stored: said wherever it
# is listed, never sent, put into the log, found by `dossier verify`; and the
# same file, added once more, takes its place.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

as mia
printf 'a letter' > "$work/Letter.txt"
post $D/documents kind=letter files=@"$work/Letter.txt"
get $D/documents
hasnt 'File missing'
first=$(grep -oE "href=\"$D/documents/[0-9]+\"" "$reply" | cut -d'"' -f2)
stored=$(find "$work/documents" -type f)
sent() {
	sql "SELECT count(*) FROM event WHERE kind = 'document.sent'"
}

damaged() {	# MARK SENTENCE
	before=$(sent)
	for page in $D/documents $D $first/about; do
		get $page
		status 200
		has "$1"
	done
	has "$2"
	for way in none accel x-sendfile; do
		sed -i "s/^sendfile = .*/sendfile = $way/" "$work/dossier.conf"
		get $first
		status 500
		has 'Letter.txt'
		has "$2"
		hasnt 'mistake'
		check 'it is in the log' grep -q 'document .* is' "$work/stderr"
	done
	sed -i 's/^sendfile = .*/sendfile = none/' "$work/dossier.conf"
	is 'it does not count as sent' "$(sent)" "$before"
}
mended() {
	post $D/documents kind=letter files=@"$work/Letter.txt"
	status 303
	follow
	has 'is already here'
	hasnt 'class="mark late"'
	get $first
	status 200
	has 'a letter'
}

rm "$stored"
damaged 'File missing' 'no longer where it was stored'
mended
printf 'a lett' > "$stored"
damaged 'File altered' 'altered outside of Dossier'
mended
is 'what was damaged lies beside it' "$(cat "$stored.damaged")" 'a lett'
# as long as before: hashes are for verify, which is asked for the chain first
printf 'A LETTER' > "$stored"
sql_write 'DELETE FROM viewer_grant; DELETE FROM party;
    DELETE FROM dossier_phase; DELETE FROM dossier_count;
    DELETE FROM dossier WHERE seq = 0;
    UPDATE scope SET open = (SELECT count(*) FROM dossier d
            WHERE d.scope = scope.id), total = (SELECT count(*)
        FROM dossier d WHERE d.scope = scope.id)' > "$work/out"
"$top_builddir/dossier" verify --conf "$work/dossier.conf" > "$reply" 2>&1
has 'were changed'
mended
is 'once more it is whole' "$(sha256sum < "$stored")" \
    "$(sha256sum < "$work/Letter.txt")"
