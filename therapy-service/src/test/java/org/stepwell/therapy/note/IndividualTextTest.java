package org.stepwell.therapy.note;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndividualTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Quiet today.                            | quiet, today!                           | true
            one two three four five six seven eight nine ten | one two three four five six seven eight nine TEN more | true
            one two three four five six seven eight nine ten | one two three four five six seven eight nine other    | true
            one two three four five six seven eight nine ten | one two three four five six seven eight other words   | false
            one two three four five six seven eight nine ten | ten nine eight seven six five four three two one      | false
            Spoke of home.                          | Spoke of work and of the way there.     | false
            """)
    void nineOfTenWordsInTheSameOrderAreAClone(String one, String other, boolean cloned) {
        assertThat(text(one).clones(text(other))).isEqualTo(cloned);
        assertThat(text(other).clones(text(one))).isEqualTo(cloned);
    }

    private static IndividualText text(String text) {
        return new IndividualText(Participation.ACTIVE, "", text, null);
    }
}
