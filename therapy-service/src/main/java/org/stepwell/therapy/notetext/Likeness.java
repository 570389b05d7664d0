package org.stepwell.therapy.notetext;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells whether one text is nearly another. */
final class Likeness {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int CLONED_PERCENT = 90;

    /** Of a sentence or less, two may be alike. */
    private static final int SHORT_CHARACTERS = 80;

    private Likeness() {}

    /** True where nine of ten words stand in the other text too, in the same order; of short texts this says nothing. */
    static boolean of(@Nullable String text, @Nullable String other) {
        if (text == null || other == null || Math.max(text.length(), other.length()) <= SHORT_CHARACTERS) {
            return false;
        }
        var mine = words(text);
        var theirs = words(other);
        int longer = Math.max(mine.length, theirs.length);
        // Words in common, in any order, are counted first: only what may be a clone is compared word by word.
        return shares(inCommon(mine, theirs), longer) && shares(inOrder(mine, theirs), longer);
    }

    private static boolean shares(int common, int all) {
        return common * 100 >= all * CLONED_PERCENT;
    }

    private static String[] words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    private static int inCommon(String[] mine, String[] theirs) {
        var left = new HashMap<String, Integer>();
        for (var word : mine) {
            left.merge(word, 1, Integer::sum);
        }
        int common = 0;
        for (var word : theirs) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return common;
    }

    /** The length of the longest common subsequence of words. */
    private static int inOrder(String[] mine, String[] theirs) {
        var before = new int[theirs.length + 1];
        for (var word : mine) {
            var row = new int[theirs.length + 1];
            for (int i = 0; i < theirs.length; i++) {
                row[i + 1] = word.equals(theirs[i]) ? before[i] + 1 : Math.max(before[i + 1], row[i]);
            }
            before = row;
        }
        return before[theirs.length];
    }
}
