package org.stepwell.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The forms of a service filled in as nobody should, and with words that only the clinic may read. */
public abstract class FormsTestBase extends RecordsTestBase {

    /** By table and column, where the database may hold words of a form as they were said, with the reason why nobody minds. */
    protected Map<String, String> heldAsSaid() {
        return Map.of();
    }

    /** By verb and path, the forms that may be refused whatever they say of the records, with the reason why nobody minds. */
    protected abstract Map<String, String> refused();

    /** What may be said once in a while only may be said again. */
    protected void timePasses() {}

    @Test
    void noValueInAnyFieldIsMoreThanAProblem() {
        var records = recordsWithTask();
        var operations = Operations.running(everybodys());
        var corpus = new Corpus(operations, records);
        var people = people(records);
        for (var operation : operations.guarded()) {
            if (operation.body() != null) {
                standing(people, operation).stream()
                        .findFirst()
                        .ifPresent(somebody -> corpus.tries(somebody, operation));
            }
        }
        for (var operation : operations.open()) {
            if (operation.body() != null) {
                corpus.tries(operation.policy().asksNobody() ? null : people.getFirst(), operation);
            }
        }
        assertThat(corpus.found()).isEmpty();
        assertThat(corpus.tried()).isGreaterThan(100);
    }

    /** Nobody sets what a form does not name: whose a record is, who made it, or what became of it. */
    @Test
    void noFieldIsTakenThatAFormDoesNotName() {
        var records = recordsWithTask();
        var operations = Operations.running(everybodys());
        var unnamed = new UnnamedFields(operations, records);
        var people = people(records);
        Stream.concat(operations.guarded().stream(), operations.open().stream())
                .filter(operation -> operation.body() != null)
                .forEach(operation -> unnamed.tries(
                        operation.policy().asksNobody()
                                ? null
                                : standing(people, operation).stream()
                                        .findFirst()
                                        .orElseGet(people::getFirst),
                        operation));
        assertThat(unnamed.found()).isEmpty();
        assertThat(unnamed.tried()).isGreaterThan(20);
    }

    /** Whoever gets hold of the database, or of a copy, reads nothing that somebody wrote about a patient. */
    @Test
    void whatIsWrittenAboutAPatientIsSealed() throws IOException, SQLException {
        var operations = Operations.running(everybodys());
        var words = new PlainWords(operations);
        var forms = Stream.concat(operations.guarded().stream(), operations.open().stream())
                .filter(operation -> operation.body() != null)
                .toList();
        saysAll(forms, recordsWithTask(), words::says);
        // One form may have kept another from being taken, and some are about what was signed, or what comes next.
        var records = recordsWithTask();
        var people = people(records);
        saysAll(forms.reversed(), records, words::says);
        operations.guarded().stream()
                .filter(operation -> operation.verb().equals("POST") && operation.body() == null)
                .forEach(operation -> standing(people, operation)
                        .forEach(somebody -> operations.call(somebody.token(), operation, records.ids())));
        timePasses();
        saysAll(forms, records, words::insists);
        // Which of the forms about nobody are taken depends on what the clinic has already.
        assertThat(words.refused()).as("never taken").isSubsetOf(refused().keySet());
        assertThat(words.columns()).as("held as said").isSubsetOf(heldAsSaid().keySet());
    }

    private interface Saying {
        void as(List<Somebody> people, Operation operation, Records records);
    }

    private void saysAll(List<Operation> forms, Records records, Saying saying) {
        var people = people(records);
        forms.forEach(operation -> saying.as(standing(people, operation), operation, records));
    }

    private static List<Somebody> standing(List<Somebody> people, Operation operation) {
        return people.stream()
                .filter(somebody -> somebody.stands(operation.policy()))
                .toList();
    }

    @Test
    void noValueOfAnyParameterIsMoreThanAProblem() {
        var records = recordsWithTask();
        var operations = Operations.running(everybodys());
        var corpus = new Corpus(operations, records);
        for (var operation : operations.guarded()) {
            if (operation.reads()) {
                people(records).stream()
                        .filter(somebody -> somebody.stands(operation.policy()))
                        .findFirst()
                        .ifPresent(somebody -> corpus.triesParameters(somebody.token(), operation));
            }
        }
        assertThat(corpus.found()).isEmpty();
        assertThat(corpus.tried()).isGreaterThan(100);
    }
}
