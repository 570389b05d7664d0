package org.stepwell.therapy.notetext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How one patient may stand in a text: in full, by a name alone, or by a first name that may be somebody else's. */
final class Called {

    private static final int SHORT_LETTERS = 3;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String BETWEEN = "[^\\p{L}\\p{N}]+";
    private static final Pattern BETWEEN_WORDS = Pattern.compile(BETWEEN);

    /** They stand in the names of many, and say of nobody who it is. */
    private static final Set<String> PARTICLES = words("particles");

    /** Names that are words of every day: written small, they are those. */
    private static final Set<String> ORDINARY = words("ordinary");

    private final Pattern full;
    private final Pattern first;
    private final Pattern alone;

    /** By the names in a contact block; {@code given} holds what they like to be called, too. */
    Called(Collection<String> given, Collection<String> family) {
        var ofGiven = words(given);
        var ofFamily = words(family);
        full = inFull(ofGiven, ofFamily);
        first = Pattern.compile(asWord(telling(ofGiven).stream().map(Pattern::quote)));
        alone = Pattern.compile(asWord(Stream.concat(telling(ofGiven).stream(), telling(ofFamily).stream())
                .filter(word -> word.length() > SHORT_LETTERS && !isParticle(word))
                .flatMap(Called::written)));
    }

    /** A text as it is compared: without the marks over its letters. */
    static String comparable(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    /** First name and family name, in either order, with nothing between them but initials and other names of theirs. */
    boolean inFull(String comparable) {
        return full.matcher(comparable).find();
    }

    /** Written as a name is, with its capital. */
    boolean byFirstName(String comparable) {
        return first.matcher(comparable).find();
    }

    /** By one name that is theirs alone, however it is written: a hope is not Hope. */
    boolean alone(String comparable) {
        return alone.matcher(comparable).find();
    }

    /** A text without each name that is theirs alone. */
    String without(String comparable) {
        return alone.matcher(comparable).replaceAll(" ");
    }

    private static Pattern inFull(List<String> given, List<String> family) {
        var one = anyOf(telling(given));
        var other = anyOf(telling(family));
        var others = anyOf(
                Stream.of(given, family, PARTICLES).flatMap(Collection::stream).toList());
        var between = "(?:%s(?:\\p{L}|%s)){0,4}%s".formatted(BETWEEN, others, BETWEEN);
        return Pattern.compile(
                asWord(Stream.of(one + between + other, other + between + one)),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Stream<String> written(String word) {
        var small = word.toLowerCase(Locale.ROOT);
        if (!ORDINARY.contains(small)) {
            return Stream.of("(?iu:%s)".formatted(Pattern.quote(word)));
        }
        var large = small.toUpperCase(Locale.ROOT);
        return Stream.of(Pattern.quote(large.charAt(0) + small.substring(1)), Pattern.quote(large));
    }

    /** Where there is none of them, nothing is found. */
    private static String asWord(Stream<String> any) {
        var all = any.collect(Collectors.joining("|"));
        return all.isEmpty() ? "(?!)" : "(?<![\\p{L}\\p{N}])(?:" + all + ")(?![\\p{L}\\p{N}])";
    }

    private static String anyOf(Collection<String> words) {
        return words.isEmpty()
                ? "(?!)"
                : words.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }

    /** Initials and particles tell nobody from another, unless there is nothing else. */
    private static List<String> telling(List<String> words) {
        var telling = words.stream()
                .filter(word -> word.length() > 1 && !isParticle(word))
                .toList();
        return telling.isEmpty() ? words : telling;
    }

    private static boolean isParticle(String word) {
        return PARTICLES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static List<String> words(Collection<String> names) {
        return names.stream()
                .flatMap(name -> BETWEEN_WORDS.splitAsStream(comparable(name)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static Set<String> words(String list) {
        try (var in = Objects.requireNonNull(Called.class.getResourceAsStream("/notetext/%s.txt".formatted(list)))) {
            return Set.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s+", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
