package org.stepwell.aftercare.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text of a feed as people read it: web sites export HTML entities, and more white space than words. */
final class FeedText {

    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("hellip", "…"),
            Map.entry("aacute", "á"),
            Map.entry("eacute", "é"),
            Map.entry("iacute", "í"),
            Map.entry("oacute", "ó"),
            Map.entry("uacute", "ú"),
            Map.entry("ntilde", "ñ"),
            Map.entry("egrave", "è"),
            Map.entry("ccedil", "ç"),
            Map.entry("auml", "ä"),
            Map.entry("ouml", "ö"),
            Map.entry("uuml", "ü"));

    private FeedText() {}

    /**
     * A text field, decoded, on one line and cut to a length; null where there is nothing to read. A number is taken for its
     * digits, and false for nothing, as some programs write it.
     */
    static @Nullable String of(JsonNode row, String field, int charactersMax) throws FeedRow.Bad {
        @Nullable JsonNode value = row.get(field);
        if (value == null || FeedFields.blank(value)) {
            return null;
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw new FeedRow.Bad("its " + field + " is no text");
        }
        var text = oneLine(decoded(value.asText()));
        if (text.isEmpty()) {
            return null;
        }
        return text.length() <= charactersMax ? text : text.substring(0, wholeCharacters(text, charactersMax));
    }

    /** Decodes each entity once; what is no known entity stays as it is. */
    static String decoded(String text) {
        return ENTITY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group())));
    }

    private static String character(String name, String asWritten) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, asWritten);
        }
        boolean hexadecimal = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int code = hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : asWritten;
    }

    private static String oneLine(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.isSpaceChar(c) ? ' ' : c)
                .filter(c -> Character.getType(c) != Character.SURROGATE && Character.getType(c) != Character.FORMAT)
                .forEach(clean::appendCodePoint);
        return Normalizer.normalize(clean, Normalizer.Form.NFC)
                .replaceAll(" {2,}", " ")
                .strip();
    }

    /** Where to cut, so that no pair of surrogates is cut in two. */
    private static int wholeCharacters(String text, int charactersMax) {
        return Character.isHighSurrogate(text.charAt(charactersMax - 1)) ? charactersMax - 1 : charactersMax;
    }
}
