package org.stepwell.suite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.suite.journey.Journey;
import org.stepwell.suite.load.Load;

/** Words that a verb does not know are said before anything starts. */
class VerbsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --jsn             | journey knows --json and --kill SERVICE, not --jsn.
            --kill            | --kill needs the name of a service, as in: ./stepwell journey --kill scheduling
            --kill billing    | No service is called "billing".
            --kill therapy x  | journey knows --json and --kill SERVICE, not x.
            """)
    void ofTheJourney(String words, String said) {
        refused(new Journey(), words, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --dev             | --dev needs the name of a service, as in: ./stepwell up --dev enrollment
            --dev billing     | No service is called "billing"; there are [enrollment, scheduling, therapy, aftercare].
            --fresch          | up knows --fresh and --dev SERVICE, not --fresch.
            """)
    void ofUp(String words, String said) {
        refused(new Up(), words, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --json            | load knows the scenarios platform, aftercare, consent, enrollment, scheduling, therapy, and --json.
            billing           | load knows the scenarios platform, aftercare, consent, enrollment, scheduling, therapy, and --json.
            """)
    void ofLoad(String words, String said) {
        refused(new Load(), words, said);
    }

    @Test
    void ofAudit() {
        for (var words : List.of("tell", "verify billing", "verify --fresh")) {
            assertThatThrownBy(() -> new AuditVerify().run(List.of(words.split(" "))))
                    .isInstanceOf(Trouble.class)
                    .hasMessageStartingWith("audit knows: ./stepwell audit verify [SERVICE] [--json], and for");
        }
        refused(
                new AuditVerify(),
                "verify --database jdbc:postgresql://db/enrollment --json",
                "audit of a clinic elsewhere: " + AuditElsewhere.USAGE);
    }

    @Test
    void ofLogs() {
        assertThatThrownBy(() -> new Logs().run(List.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("logs needs one name of ");
        for (var stranger : List.of("nobody", "../secrets", "../../pom")) {
            assertThatThrownBy(() -> new Logs().run(List.of(stranger)))
                    .isInstanceOf(Trouble.class)
                    .hasMessageStartingWith("There is no log of \"%s\"; there are ".formatted(stranger));
        }
    }

    private static void refused(Verb verb, String words, String said) {
        assertThatThrownBy(() -> verb.run(List.of(words.split(" "))))
                .isInstanceOf(Trouble.class)
                .hasMessage(said);
    }
}
