package org.stepwell.therapy.notetext;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A text in its words, split once however often it is compared with another. */
final class Wording {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int CLONED_PERCENT = 90;

    /** Of a sentence or less, two may be alike. */
    private static final int SHORT_CHARACTERS = 80;

    /** A shingle is so many words in a row. */
    private static final int SHINGLE_WORDS = 3;

    private final int characters;
    private final List<String> words;
    private final Map<String, Integer> counts;
    private final Map<List<String>, Integer> shingles;

    private Wording(int characters, List<String> words) {
        this.characters = characters;
        this.words = words;
        this.counts = counted(words.stream());
        this.shingles = counted(IntStream.rangeClosed(0, words.size() - SHINGLE_WORDS)
                .mapToObj(at -> words.subList(at, at + SHINGLE_WORDS)));
    }

    /** Of texts that stand one after the other. */
    static Wording of(@Nullable String... texts) {
        var said = Arrays.stream(texts).filter(Objects::nonNull).toList();
        return new Wording(
                said.stream()
                        .mapToInt(text -> text.codePointCount(0, text.length()))
                        .sum(),
                said.stream()
                        .flatMap(text -> BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /**
     * True where nine of ten words stand in the other text too, in the same order, or nine of ten shingles of three words in any
     * order: one word changed here and there, or sentences that have changed places, make no other text. Of two short texts this
     * says nothing.
     */
    boolean isLike(Wording other) {
        if (Math.max(characters, other.characters) <= SHORT_CHARACTERS) {
            return false;
        }
        int longer = Math.max(words.size(), other.words.size());
        // Words in common, in any order, are counted first: only what may be a clone is compared word by word.
        return (shares(common(counts, other.counts), longer) && shares(inOrder(words, other.words), longer))
                || shares(common(shingles, other.shingles), Math.max(1, longer - SHINGLE_WORDS + 1));
    }

    private static boolean shares(int common, int all) {
        return common * 100 >= all * CLONED_PERCENT;
    }

    private static <T> Map<T, Integer> counted(Stream<T> all) {
        var counts = new HashMap<T, Integer>();
        all.forEach(one -> counts.merge(one, 1, Integer::sum));
        return counts;
    }

    private static <T> int common(Map<T, Integer> mine, Map<T, Integer> theirs) {
        return mine.entrySet().stream()
                .mapToInt(one -> Math.min(one.getValue(), theirs.getOrDefault(one.getKey(), 0)))
                .sum();
    }

    /** The length of the longest common subsequence of words. */
    private static int inOrder(List<String> mine, List<String> theirs) {
        if (mine.equals(theirs)) {
            return mine.size();
        }
        var before = new int[theirs.size() + 1];
        var row = new int[theirs.size() + 1];
        for (var word : mine) {
            for (int i = 0; i < theirs.size(); i++) {
                row[i + 1] = word.equals(theirs.get(i)) ? before[i] + 1 : Math.max(before[i + 1], row[i]);
            }
            var done = before;
            before = row;
            row = done;
        }
        return before[theirs.size()];
    }
}
