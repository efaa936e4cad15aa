# SPDX-License-Identifier: MIT
# No room on the disk of the store and its documents, under load: readings go
# on, writings are refused with a plain sentence and what was typed, and are
# taken again within five seconds of room. On a file system of its own where
# one may be mounted; else the preloaded library lets nothing be written.
wants_disk=1
. "$(dirname "$0")/faults.sh"
office
if [ "$FAULT_DISK" = none ]; then
	disk=$work/disk
	mkdir "$disk"
	preload="FAULT_FULL=$work/full FAULT_BELOW=$disk LD_PRELOAD=$faultlib"
	echo '# nothing may be mounted here: the library says that there is no room'
else
	disk=$FAULT_DISK preload=
	echo "# the disk: $(df -P "$disk" | tail -n 1)"
fi
fill() {
	if [ -n "$preload" ]; then : > "$work/full"
	else cat /dev/zero > "$disk/full" 2> /dev/null; fi
}
room() {
	rm -f "$work/full" "$disk/full"
}
mv "$work"/dossier.db* "$work/documents" "$disk"
sed -i "s,= $work/\(do[a-z]*\),= $disk/\1,; s,^file_bytes.*,file_bytes = 9000k," \
    "$work/dossier.conf"
header "$preload"

programs casework webtest
sign_in

# a page, a form, a file, while there is no room; the session's use has to be
# remembered once more, and cannot be
form_of "$D/note"; hidden "$D/note" > "$work/note"
form_of "$D/documents"; hidden "$D/documents" > "$work/upload"
head -c 6000000 /dev/urandom > "$work/large"
head -c 9000 /dev/zero | tr '\0' y > "$work/long"
sql_write "UPDATE session SET used = $clock - 100" > "$work/out"
load before webtest 1 POST /webtest/write
loaded
fill
load during webtest 3 POST /webtest/write
sleep 1		# until the last page is written full
load reader casework 2 GET "$D"
get "$D"
status 200
cp "$work/note" "$work/fields"
send "$D/note" text="$(cat "$work/long") and typed"
status 503
has 'The store '
has 'and typed'
cp "$work/upload" "$work/fields"
send "$D/documents" kind='a rare kind' files=@"$work/large"
status 503
has 'The file could not be stored.'
has 'a rare kind'
is 'of the file is left' "$(find "$disk/documents/incoming" -type f | wc -l)" 0
loaded
is 'readings were answered' "$(answers reader)" 200
case $(answers during) in
503|'303 503')	ok "writings were answered: $(answers during)" ;;
*)		not_ok "writings were answered: $(answers during)" ;;
esac

room
cp "$work/upload" "$work/fields"
send "$D/documents" kind='a rare kind' files=@"$work/large"
status 303
load after webtest 3 POST /webtest/write
loaded
is 'with room again, writings are answered' "$(answers after | sed 's/ *503//')" 303
check "the first after $(longest after) ms at most" \
    [ "$(longest after)" -lt 5000 ]

kept
whole 'the store verifies'
