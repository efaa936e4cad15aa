# SPDX-License-Identifier: MIT
# Backups: made, verified, restored; damaged ones are named, what was cut off
# is never taken for one.
[ -z "${DOSSIER_TEST_STORE-}" ] || { echo '1..0 # SKIP of a file'; exit 0; }
. "$(dirname "$0")/../pages/harness.sh"
D=/dossiers/C-2026-10000061
B=$work/backup

# dossier RC COMMAND...: what it said is in $reply.
dossier() {
	want=$1; shift
	rc=0
	DOSSIER_NOW=$clock "$top_builddir/dossier" "$@" \
	    --conf "${conf:-$work/dossier.conf}" > "$reply" 2>&1 || rc=$?
	is "dossier $1 ends with" $rc "$want"
}

newest() {
	ls -d "$B"/2*Z* | tail -n 1
}

document_of() {	# the first of the list of the newest backup
	sum=$(head -n 1 "$(newest)/documents" | cut -c1-64)
	printf '%s/%.2s/%.2s/%s\n' "$B/documents" "$sum" "${sum#??}" "$sum"
}

# every case of that world gets a history
for n in C-2026-10000079 C-2026-10000087 C-2026-10000102; do
	as mia
	post /dossiers/$n/note text='A note.'
	status 303
done
as tom
post /dossiers/P-2026-10000095/note text='A note.'
status 303
as mia
printf '%%PDF-1.4 a letter' > "$work/Letter.pdf"
printf '%%PDF-1.4 another' > "$work/Other.pdf"
post $D/documents kind=letter files=@"$work/Letter.pdf" \
    files=@"$work/Other.pdf"
status 303
mkdir -p "$work/site/shared"
echo '<p>ours</p>' > "$work/site/shared/ours.html"
get $D
get $D
grep -v 'name="form\|name="csrf' "$reply" > "$work/before"

# made
dossier 0 backup "$B"
has '5 cases'
has '2 documents'
has 'are new here'
is 'the folder is for its owner alone' "$(stat -c %a "$B")" 700
is 'nothing of it can be read by others' \
    "$(find "$B" ! -type d -perm /077 | wc -l)" 0
for name in manifest dossier.db documents dossier.conf secret \
    templates_site/shared/ours.html types/permit-1/type.xml; do
	is "the backup has $name" "$(test -s "$(newest)/$name" && echo yes)" yes
done
is 'the manifest ends in the sum of its lines' \
    "$(sed '$d' "$(newest)/manifest" | sha256sum | cut -d' ' -f1)" \
    "$(sed -n '$s/end //p' "$(newest)/manifest")"
is 'and names the store as it is' \
    "$(sed -n 's/^file \(.*\) [0-9]* dossier.db$/\1/p' "$(newest)/manifest")" \
    "$(sha256sum < "$(newest)/dossier.db" | cut -d' ' -f1)"
later 86400
dossier 0 backup "$B"
has ' 0 documents with '
is 'there are two' "$(ls -d "$B"/2*Z | wc -l)" 2

# verified
dossier 0 backup --verify "$B"
has 'is good: restored on trial'
has '2 documents as they were written'
is 'the newest is marked' "$(cat "$(newest)/verified")" "$clock"
is 'the store knows when' \
    "$(sql "SELECT ok, mark, good FROM job WHERE name = 'backup-verify'")" \
    "1	$clock	$clock"
is 'the scratch folder is gone' "$(ls -d "$B"/.* | grep -c '/\.[ns]')" 0

# old ones go when the newest is verified, never before
later 86400
dossier 0 backup "$B" --keep 2
has 'no old backup was removed: the newest is not verified yet'
is 'there are three' "$(ls -d "$B"/2*Z | wc -l)" 3
dossier 0 backup --verify "$B" --keep 2
has 'removed 1 old backups'
is 'there are two again' "$(ls -d "$B"/2*Z | wc -l)" 2
is 'documents of those that stay stay' \
    "$(find "$B/documents" -type f | wc -l)" 2
dossier 1 backup "$B" --keep 0
has '--keep wants a number from 1 on.'
is 'and nothing was made for it' "$(ls -d "$B"/2*Z | wc -l)" 2

# restored: the same page, the same checks
dossier 1 restore "$B" --to "$work"
has 'is not empty'
dossier 1 restore "$work/documents" --to "$work/there"
has 'There is no backup in'
as mia
post $D/note text='A note after the backup.'
status 303
dossier 0 restore "$B" --to "$work/there"
has '5 cases'
has 'verified'
has 'Not in it, but in the present store: 0 cases and 1 events'
is 'it is whole' "$(ls "$work/there" | grep -c NOT-WHOLE)" 0
is 'the secret is the same' "$(cmp "$work/secret" "$work/there/secret" && echo yes)" yes
is 'the store is closed to others' "$(stat -c %a "$work/there/dossier.db")" 660
conf=$work/there/dossier.conf
dossier 0 verify
has '2 documents: all as they were written'
grep -v "$work/there" "$conf" > "$work/conf"
is 'the settings have the new paths and are else the same' \
    "$(grep -Ev '^(store|documents|secret_file|templates_site) ' \
    "$work/dossier.conf" | diff - "$work/conf")" ''
mv "$work/dossier.conf" "$work/old.conf"
cp "$conf" "$work/dossier.conf"
conf=
clock=1795521600
as mia
get $D
status 200
grep -v 'name="form\|name="csrf' "$reply" > "$work/after"
is 'the page answers as before' "$(diff "$work/before" "$work/after")" ''
hasnt 'A note after the backup.'
get $D/documents
has 'Letter.pdf'
mv "$work/old.conf" "$work/dossier.conf"
dossier 0 restore "$(newest)" --to "$work/second"
has 'restored to'
conf=$work/none.conf
dossier 1 restore "$B" --to "$work/third"
has 'none.conf'
conf=

# a machine that has nothing left
mv "$work/dossier.db" "$work/gone.db"
dossier 0 restore "$B" --to "$work/third"
has 'There is no other store to compare it with'
is 'and none is made' "$(ls "$work/dossier.db" 2> /dev/null)" ''
mv "$work/gone.db" "$work/dossier.db"

# damage is named
later 86400
file=$(document_of)
chmod u+w "$file"; printf 'X' | dd of="$file" conv=notrunc status=none
dossier 1 backup --verify "$B"
has '1 documents are missing or damaged'
has "the first is $(basename "$file")"
is 'the store knows that it is not good' \
    "$(sql "SELECT ok FROM job WHERE name = 'backup-verify'")" 0
is 'the backup counts as verified no more' \
    "$(test -e "$(newest)/verified" || echo gone)" gone
dossier 1 restore "$B" --to "$work/fourth"
has 'the bytes of 1 documents are not in the backup'
dossier 0 backup "$B"
has '1 documents with'
dossier 0 backup --verify "$B"
for name in dossier.db documents secret types/permit-1/type.xml manifest; do
	file=$(newest)/$name
	cp "$file" "$work/kept"
	printf '#' | dd of="$file" conv=notrunc bs=1 seek=20 status=none
	dossier 1 backup --verify "$B"
	has 'is not as it was written'
	dossier 1 restore "$B" --to "$work/fifth"
	is "nothing is restored from a damaged $name" \
	    "$(ls "$work/fifth" 2>/dev/null)" ''
	cp "$work/kept" "$file"
done
rm "$(newest)/dossier.db"
dossier 1 backup --verify "$B"
has 'its file dossier.db is not as it was written'
rm -r "$(newest)"

# documents that the store has lost do not keep the rest from being saved
lost=$(sql "SELECT sha256 FROM document ORDER BY 1 LIMIT 1")
find "$work/documents" -name "$lost" -delete
dossier 3 backup "$work/other"
has 'whose bytes are missing or damaged'
has "$lost"
is 'the store knows' \
    "$(sql "SELECT ok FROM job WHERE name = 'backup-documents'")" 0
dossier 0 backup --verify "$work/other" --keep 3
has 'as they were written; lost before it: 1'
B=$work/other
file=$(newest)/lost
is 'they are listed' "$(cut -d' ' -f1 "$file")" "$lost"
printf '#' >> "$file"
dossier 1 backup --verify "$B"
has 'its file lost is not as it was written'
sed -i 's/#$//' "$file"
dossier 1 restore "$B" --to "$work/lossy"
has 'the bytes of 1 documents are not in the backup'
is 'the list stays there' "$(ls "$work/lossy" | grep -c lost)" 0
file=$(find "$B/documents" -type f | head -n 1)
chmod u+w "$file"; printf 'X' | dd of="$file" conv=notrunc status=none
dossier 1 backup --verify "$B"
has '1 documents are missing or damaged'
has "the first is $(basename "$file")"
B=$work/backup
mv "$work/documents" "$work/disk"
mkdir "$work/documents"
dossier 1 backup "$work/fresh"
has "$work/documents holds no documents"
is 'no backup is made' "$(ls "$work/fresh" | grep -c Z)" 0
rmdir "$work/documents"
mv "$work/disk" "$work/documents"

# who may look into the folder
chmod 750 "$work/other"
dossier 1 backup "$work/other"
has "can be read by others"
has "chmod 700 $work/other"
tool=$(cd "$top_builddir" && pwd)/dossier
(cd "$work" && "$tool" backup relative --conf "$work/dossier.conf") > "$reply"
has "$work/relative/"
for place in "$work/documents" "$work/documents/new" "$work"; do
	dossier 1 backup "$place"
	has "$place is no place for backups"
done
is 'and nothing was made there' "$(ls "$work/documents" | grep -c new)" 0
dossier 1 backup "$work/none/deeper"
has 'Choose another folder, or make it by hand.'
dossier 1 backup --verify "$work/nothing"
has 'No such file or directory'
mkdir -m 700 "$work/empty"
dossier 1 backup --verify "$work/empty"
has 'There is no backup in'

# one at a time; what was cut off is swept
(
	flock 9
	dossier 1 backup "$B"
	has 'Another backup is at work'
	echo "$tests $bad" > "$work/counts"
) 9> "$B/lock"
read -r tests bad < "$work/counts"
mkdir "$B/.new-abc123"
echo half > "$B/.new-abc123/dossier.db"
: > "$(newest)/verified.part"
was=$(ls -d "$B"/2* | wc -l)
(	# a disk that is full: files end at 100 kB
	ulimit -f 100
	trap '' XFSZ
	dossier 1 backup "$B"
	has 'could not be copied'
	echo "$tests $bad" > "$work/counts"
)
read -r tests bad < "$work/counts"
is 'nothing half looks like a backup' "$(ls -d "$B"/2* | wc -l)" "$was"
is 'and nothing half is left' "$(ls -A "$B" | grep -c '^\.')" 0
is 'nor in those that are whole' "$(find "$B" -name '*.part' | wc -l)" 0
