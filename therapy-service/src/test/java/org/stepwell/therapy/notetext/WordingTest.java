package org.stepwell.therapy.notetext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Quiet today.                            | quiet, today!                           | false
            understood considered third fourthly fifthly practised afterwards deliberately nine ten | understood considered third fourthly fifthly practised afterwards deliberately nine TEN more | true
            understood considered third fourthly fifthly practised afterwards deliberately nine ten | understood considered third fourthly fifthly practised afterwards deliberately nine other    | true
            understood considered third fourthly fifthly practised afterwards deliberately nine ten | understood considered third fourthly fifthly practised afterwards deliberately other words   | false
            understood considered third fourthly fifthly practised afterwards deliberately nine ten | ten nine deliberately afterwards practised fifthly fourthly third considered understood | false
            Spoke of home.                          | Spoke of work and of the way there.     | false
            """)
    void nineOfTenWordsInTheSameOrderAreACloneUnlessThereAreFew(String one, String other, boolean cloned) {
        compared(one, other, cloned);
    }

    @ParameterizedTest
    @CsvSource({"79, false", "80, false", "81, true"})
    void ofTextsOfEightyCharactersOrLessNothingIsSaid(int characters, boolean cloned) {
        var text = "word ".repeat(16).substring(0, 78) + "é".repeat(characters - 78);

        assertThat(text).hasSize(characters);
        compared(text, text, cloned);
        assertThat(Wording.of(text.substring(0, 40), text.substring(40)).isLike(Wording.of(text)))
                .isEqualTo(cloned);
    }

    @ParameterizedTest
    @CsvSource({"20, 2, true", "20, 3, false", "19, 2, false", "30, 3, true", "29, 3, false"})
    void nineOfTenWordsIsTheEdge(int words, int changed, boolean cloned) {
        var other = new ArrayList<>(numbered(words));
        IntStream.range(0, changed).forEach(i -> other.set(i * words / changed, "something" + i));

        compared(said(numbered(words)), said(other), cloned);
    }

    /** Two shingles stand across the place where the halves are joined, and go when they change places. */
    @ParameterizedTest
    @CsvSource({"22, true", "21, false"})
    void nineOfTenShinglesAreACloneInWhateverOrderTheyStand(int words, boolean cloned) {
        var all = numbered(words);
        var turned = Stream.concat(all.subList(words / 2, words).stream(), all.subList(0, words / 2).stream())
                .toList();

        compared(said(all), said(turned), cloned);
    }

    private static void compared(String one, String other, boolean cloned) {
        assertThat(Wording.of(one).isLike(Wording.of(other))).isEqualTo(cloned);
        assertThat(Wording.of(other).isLike(Wording.of(one))).isEqualTo(cloned);
    }

    private static List<String> numbered(int words) {
        return IntStream.range(0, words).mapToObj(i -> "word" + i).toList();
    }

    private static String said(List<String> words) {
        return String.join(" ", words);
    }
}
