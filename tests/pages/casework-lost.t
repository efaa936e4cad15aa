# SPDX-License-Identifier: MIT
# A stored file that is gone, or not the one that was stored: said wherever it
# is listed, never sent, put into the log, found by `dossier verify`; and the
# same file, added once more, takes its place.
. "$(dirname "$0")/harness.sh"
office
first=$document
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
		has 'letter.txt'
		has "$2"
		hasnt 'mistake'
		has "href=\"$D\""
		check 'it is in the log' grep -q 'document .* is' "$work/stderr"
	done
	sed -i 's/^sendfile = .*/sendfile = none/' "$work/dossier.conf"
	is 'it does not count as sent' "$(sent)" "$before"
}
mended() {
	post $D/documents kind=letter files=@"$work/letter.txt"
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
# as long as before: that is found by verify alone
printf 'A LETTER' > "$stored"
"$top_builddir/dossier" verify --conf "$work/dossier.conf" > "$reply" 2>&1
has 'were changed'
mended
is 'once more it is whole' "$(sha256sum < "$stored")" \
    "$(sha256sum < "$work/letter.txt")"
