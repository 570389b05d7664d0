package org.stepwell.enrollment.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** Looks at all answers of a form at once, so that whoever asked mends them at once. */
final class AnswerCheck {

    private static final int NONE = 1;
    private static final List<String> NUMBERS = List.of("1", "2", "3");

    private final CodeTable table;
    private final Moment moment;
    private final TedsAnswers answers;
    private final List<FieldError> errors = new ArrayList<>();

    private AnswerCheck(CodeTable table, Moment moment, TedsAnswers answers) {
        this.table = table;
        this.moment = moment;
        this.answers = answers;
    }

    /**
     * Refuses answers at admission that are no codes or do not fit together, with each that is wrong.
     *
     * @param age the patient's in years, or {@link TedsAnswers#UNKNOWN}
     */
    static void admissionMustFit(CodeTable table, TedsAnswers answers, int age) {
        var check = new AnswerCheck(table, Moment.ADMISSION, answers);
        check.answers();
        check.firstUse(age);
        check.refuse();
    }

    /** The same at discharge; what was asked at admission is asked again, or nobody could tell what has changed. */
    static void interviewMustFit(CodeTable table, TedsAnswers answers, TedsAnswers admission) {
        var check = new AnswerCheck(table, Moment.DISCHARGE, answers);
        check.answers();
        check.askedAgain(admission);
        check.refuse();
    }

    private void answers() {
        answers.values().forEach(this::field);
        substances();
    }

    private void refuse() {
        if (!errors.isEmpty()) {
            throw new Refusal(
                    ReportRule.ANSWERS_FIT_TABLES,
                    "Correct %d of the answers; GET teds/codes has the tables.".formatted(errors.size()),
                    errors);
        }
    }

    private void askedAgain(TedsAnswers admission) {
        admission.values().keySet().stream()
                .map(moment::name)
                .flatMap(name -> table.find(name).stream())
                .filter(field -> field.isAsked() && field.applies(answers) && !answers.asked(field.name()))
                .forEach(field -> wrong(field.name(), "was asked at admission; ask again: " + field.choices()));
    }

    private void field(String name, int answer) {
        var found = table.find(name).filter(field -> field.moment() == moment);
        if (found.isEmpty()) {
            wrong(name, "no field of the %s".formatted(moment == Moment.ADMISSION ? "admission" : "discharge"));
            return;
        }
        var field = found.get();
        var condition = field.condition();
        if (!field.isAsked()) {
            wrong(name, "is derived; leave it out");
        } else if (!field.takes(answer)) {
            wrong(name, field.choices());
        } else if (condition != null && answer != TedsAnswers.UNKNOWN && !condition.holds(answers)) {
            wrong(name, condition.sentence());
        }
    }

    /** Each is another than those before it, and after "none" there are no more. */
    private void substances() {
        var first = moment.name("SUB1");
        var second = moment.name("SUB2");
        var third = moment.name("SUB3");
        anotherThan(second, first);
        anotherThan(third, first, second);
        noneAfter(first, second);
        noneAfter(second, third);
    }

    private void anotherThan(String field, String... before) {
        Stream.of(before)
                .filter(other -> answers.of(field) > NONE && answers.of(field) == answers.of(other))
                .findFirst()
                .ifPresent(other -> wrong(field, "is another substance than %s".formatted(other)));
    }

    private void noneAfter(String before, String field) {
        if (answers.of(before) == NONE && answers.of(field) > NONE) {
            wrong(field, "is none, because %s is".formatted(before));
        }
    }

    private void firstUse(int age) {
        for (var number : NUMBERS) {
            var field = "FRSTUSE" + number;
            if (age != TedsAnswers.UNKNOWN && answers.of(field) > age) {
                wrong(field, "is not above the age at admission (%d)".formatted(age));
            }
        }
    }

    private void wrong(String field, String advice) {
        errors.add(new FieldError("/answers/" + field.replace("~", "~0").replace("/", "~1"), advice));
    }
}
