/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "wired.h"

#define IS(name, bytes, type)						\
	CHECK_TEXT(upload_type(name, (const unsigned char *)(bytes),	\
	    sizeof(bytes) - 1), type)

static void
the_first_bytes_tell_the_kind(void)
{
	IS("x.exe", "%PDF-1.7\n", "application/pdf");
	IS("x", "\x89PNG\r\n\x1a\n....", "image/png");
	IS("x", "\xff\xd8\xff\xe0", "image/jpeg");
	IS("x", "GIF89a", "image/gif");
	IS("x", "RIFF....WEBPVP8 ", "image/webp");
	IS("x", "ROFF....WEBPVP8 ", "text/plain");
	IS("x", "RIFF....WAVE", "audio/wav");
	IS("x", "II*\0....", "image/tiff");
	IS("x", "\0\0\0\x18" "ftypheic", "image/heic");
	IS("x", "\0\0\0\x18" "ftypisom", "video/mp4");
	IS("x", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
	    "application/x-ole-storage");
	IS("x.zip", "PK\x03\x04....", "application/zip");
	IS("x", "PK\x03\x04......mimetypeapplication/vnd.oasis.opendocument."
	    "text", "application/vnd.oasis.opendocument.text");
	IS("x", "PK\x03\x04...[Content_Types].xml....word/document.xml",
	    "application/vnd.openxmlformats-officedocument"
	    ".wordprocessingml.document");
	IS("x", "PK\x03\x04...[Content_Types].xml....xl/workbook.xml",
	    "application/vnd.openxmlformats-officedocument"
	    ".spreadsheetml.sheet");
}

static void
text_is_text_even_when_it_looks_like_a_page(void)
{
	IS("x.html", "<html><script>alert(1)</script>", "text/plain");
	IS("x.svg", "<svg onload='x'/>", "text/plain");
	IS("x.csv", "a,b\n", "text/csv");
	IS("x.eml", "From: a\n", "message/rfc822");
	IS("x.txt", "報告\n", "text/plain");
	IS("x", "", "text/plain");
	IS("x.txt", "a\0b", "application/octet-stream");
	IS("x.txt", "\x93\xfa\x96\x7b", "application/octet-stream");
	IS("x.pdf", "MZ\x90\0", "application/octet-stream");
}

int
main(void)
{
	RUN(the_first_bytes_tell_the_kind);
	RUN(text_is_text_even_when_it_looks_like_a_page);
	return DONE;
}
