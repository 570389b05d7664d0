package org.stepwell.aftercare.meeting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.meeting.FeedRow.Bad;

/** What somebody sent as a feed: read row by row, so that a long one is never whole in memory as a tree. */
final class FeedFile {

    private static final int ROWS_MAX = 200_000;
    private static final int DEPTH_MAX = 20;
    private static final int TEXT_CHARACTERS_MAX = 200_000;
    private static final int NUMBER_DIGITS_MAX = 40;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxStringLength(TEXT_CHARACTERS_MAX)
                    .maxNumberLength(NUMBER_DIGITS_MAX)
                    .build())
            .build());

    private final byte[] bytes;
    private final FeedFormat format;
    private final FeedDefaults defaults;
    private final MeetingFeed.Reading reading = new MeetingFeed.Reading();
    private final BmltRow.Formats formats = new BmltRow.Formats();

    private FeedFile(byte[] bytes, FeedFormat format, FeedDefaults defaults) {
        this.bytes = bytes;
        this.format = format;
        this.defaults = defaults;
    }

    /** Why all of it can not be used; about no row in particular. */
    static final class Unusable extends Exception {

        private final String reason;

        Unusable(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** Takes one row or one format out of a list. */
    private interface Taking {
        void take(JsonNode item);
    }

    /** Reads it, or says why it is no feed; half of a feed is none. */
    static MeetingFeed read(byte[] bytes, FeedFormat format, FeedDefaults defaults) throws Unusable {
        var file = new FeedFile(bytes, format, defaults);
        try {
            file.mustBeginLikeJson();
            if (format == FeedFormat.BMLT) {
                file.lists(null, file.formats::add); // what a format means may stand behind the meetings
            }
            file.lists(file::row, null);
            return file.reading.end();
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw new Unusable("it is no JSON, or not all of it (line %d, column %d)"
                    .formatted(where == null ? 1 : where.getLineNr(), where == null ? 1 : where.getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mustBeginLikeJson() throws Unusable {
        int at = beginning();
        while (at < bytes.length && Character.isWhitespace(bytes[at])) {
            at++;
        }
        if (at == bytes.length) {
            throw new Unusable("it is empty");
        }
        if (bytes[at] == '<') {
            throw new Unusable("it is a web page (HTML) or XML, and no JSON; look whether the address is the feed's");
        }
    }

    private int beginning() {
        boolean marked = bytes.length >= BYTE_ORDER_MARK.length;
        for (int i = 0; marked && i < BYTE_ORDER_MARK.length; i++) {
            marked = bytes[i] == BYTE_ORDER_MARK[i];
        }
        return marked ? BYTE_ORDER_MARK.length : 0;
    }

    /** Goes through the lists of meetings and formats; a bare list is one of meetings. */
    private void lists(@Nullable Taking meetings, @Nullable Taking ofFormats) throws IOException, Unusable {
        int from = beginning();
        try (var parser = JSON.createParser(bytes, from, bytes.length - from)) {
            var first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                list(parser, meetings);
            } else if (first == JsonToken.START_OBJECT && format == FeedFormat.BMLT) {
                fields(parser, meetings, ofFormats);
            } else {
                throw new Unusable("it is JSON, and no list of meetings");
            }
            if (parser.nextToken() != null) {
                throw new Unusable("there is something behind the list of meetings");
            }
        }
    }

    private void fields(JsonParser parser, @Nullable Taking meetings, @Nullable Taking ofFormats)
            throws IOException, Unusable {
        boolean found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            boolean ofMeetings = name.equals("meetings");
            found |= ofMeetings && value == JsonToken.START_ARRAY;
            if (value == JsonToken.START_ARRAY && (ofMeetings || name.equals("formats"))) {
                list(parser, ofMeetings ? meetings : ofFormats);
            } else {
                parser.skipChildren();
            }
        }
        if (!found) {
            throw new Unusable("it is JSON, and has no list of meetings");
        }
    }

    private void list(JsonParser parser, @Nullable Taking taking) throws IOException, Unusable {
        if (taking == null) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            taking.take(JSON.readTree(parser));
            if (reading.read() > ROWS_MAX) {
                throw new Unusable("it has more than %,d rows".formatted(ROWS_MAX));
            }
        }
    }

    private void row(JsonNode row) {
        try {
            reading.take(
                    format == FeedFormat.BMLT
                            ? BmltRow.read(row, defaults, formats)
                            : MeetingGuideRow.read(row, defaults));
        } catch (Bad bad) {
            reading.refuse(slug(row), bad.reason());
        }
    }

    private @Nullable String slug(JsonNode row) {
        try {
            return format == FeedFormat.BMLT
                    ? BmltRow.key(row)
                    : FeedText.of(row, "slug", FeedFields.TEXT_CHARACTERS_MAX);
        } catch (Bad bad) {
            return null;
        }
    }
}
