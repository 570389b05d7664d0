package org.stepwell.therapy.notetext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

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
        assertThat(Likeness.of(one, other)).isEqualTo(cloned);
        assertThat(Likeness.of(other, one)).isEqualTo(cloned);
    }
}
