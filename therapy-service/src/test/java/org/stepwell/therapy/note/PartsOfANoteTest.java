package org.stepwell.therapy.note;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.stepwell.therapy.note.NoteFixtures.aForm;
import static org.stepwell.therapy.note.NoteFixtures.aPart;
import static org.stepwell.therapy.note.NoteFixtures.rated;
import static org.stepwell.therapy.note.NoteFixtures.story;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.therapy.Riverside;
import org.stepwell.therapy.Riverside.InCare;

/** Each part of a group's note is kept by itself; all of them are signed, or none. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class PartsOfANoteTest extends GroupOfTwo {

    @Test
    void aPartThatCanNotBeKeptLosesNobodyElses() {
        var session = held(ada, ben);
        var stranger = Riverside.aPatientOf();
        var open = linkable(session);
        var tooLong = aPart(ben.patient(), "x".repeat(8_001), open);
        var absent = aPart(stranger.patient(), story(2), List.of());

        write(session, aForm("Shared.", List.of(aPart(ada.patient(), story(0), open), tooLong, absent)))
                .then()
                .statusCode(200)
                .body("note.status", equalTo("DRAFT"))
                .body(
                        "notKept.patient",
                        contains(ben.patient().toString(), stranger.patient().toString()))
                .body("notKept.pointer", contains("/parts/1/text", "/parts/2/patient"))
                .body("notKept[0].reason", equalTo("size must be between 0 and 8000"));

        part(session, ada).body("text", equalTo(story(0)));
        part(session, ben).body("text", nullValue());
    }

    @Test
    void whatStoodThereBeforeStands() {
        var session = held(ada, ben);
        write(session, form(session, ada, ben)).then().statusCode(200);
        var open = linkable(session);

        write(
                        session,
                        aForm(
                                "Shared.",
                                List.of(
                                        aPart(ada.patient(), story(3), open),
                                        aPart(ben.patient(), "y".repeat(9_000), open))),
                        etag(session))
                .then()
                .statusCode(200)
                .body("notKept", hasSize(1));

        part(session, ada).body("text", equalTo(story(3)));
        part(session, ben).body("text", equalTo(story(1))).body("objectives", hasSize(1));
    }

    @Test
    void anObjectiveThatMayNotBeLinkedIsSaidByItsPlace() {
        var session = held(ada, ben);
        var open = linkable(session);
        var another = open.get(ben.patient().toString());
        var unknown = UUID.randomUUID().toString();

        for (var wrong : List.of(String.valueOf(another), unknown)) {
            write(
                            session,
                            aForm(
                                    "Shared.",
                                    List.of(
                                            aPart(ada.patient(), story(0), List.of(rated(wrong, "MET"))),
                                            aPart(ben.patient(), story(1), open))),
                            "*")
                    .then()
                    .statusCode(200)
                    .body("notKept.patient", contains(ada.patient().toString()))
                    .body("notKept.pointer", contains("/parts/0/objectives/0/objective"));
        }
        var twice = rated(open.get(ada.patient().toString()), "MET");
        write(session, aForm("Shared.", List.of(aPart(ada.patient(), story(0), List.of(twice, twice)))), "*")
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/parts/0/objectives/1/objective"));
    }

    @Test
    void whereNothingCanBeKeptOrNobodyKnowsWhoseItIsNothingIsWritten() {
        var session = held(ada);
        var open = linkable(session);

        refused(
                        write(session, aForm("Shared.", List.of(aPart(ada.patient(), "z".repeat(8_001), open)))),
                        409,
                        "some-part-is-kept")
                .body("errors.pointer", contains("/parts/0/text"));
        read(session).then().body("status", equalTo("DUE")).body("shared", nullValue());

        refused(write(session, aForm("Shared.", List.of(without("patient", open)))), 400, "invalid-request")
                .body("errors.pointer", contains("/parts/0/patient"));
        refused(write(session, aForm(" ", List.of(aPart(ada.patient(), "a", open)))), 400, "invalid-request")
                .body("errors.pointer", contains("/shared/text"));
        var unreadable = new HashMap<>(aPart(ada.patient(), "a", open));
        unreadable.put("risk", "SOME");
        refused(write(session, aForm("Shared.", List.of(unreadable))), 409, "some-part-is-kept")
                .body("errors.pointer", contains("/parts/0/risk"));
        unreadable.put("patient", "nobody");
        refused(write(session, aForm("Shared.", List.of(unreadable))), 400, "invalid-request")
                .body("errors.pointer", contains("/parts/0/patient"));
        var strange = new HashMap<String, Object>(aForm("Shared.", List.of()));
        strange.put("parts", List.of(with(aPart(ada.patient(), "a", open), "mood", "good")));
        refused(write(session, strange), 400, "unreadable-body").body("errors.pointer", contains("/parts/0/mood"));
        strange.put("parts", List.of("a"));
        refused(write(session, strange), 400, "invalid-request").body("errors.pointer", contains("/parts/0/patient"));
        read(session).then().body("status", equalTo("DUE")).body("shared", nullValue());
    }

    @Test
    void aPartThatCanNotBeReadLosesItselfAlone() {
        var session = held(ada, ben);
        var open = linkable(session);
        var hersAlone = aPart(ada.patient(), story(0), open);
        var rated = rated(open.get(ada.patient().toString()), "MET");
        var wrongs = Map.of(
                "/participation", with(hersAlone, "participation", "VERY"),
                "/text", with(hersAlone, "text", 7),
                "/objectives/0/rating", with(hersAlone, "objectives", List.of(with(rated, "rating", "BEST"))),
                "/objectives/0/objective", with(hersAlone, "objectives", List.of(with(rated, "objective", "none"))));
        wrongs.forEach((pointer, hers) -> {
            write(session, aForm("Shared.", List.of(hers, aPart(ben.patient(), story(1), open))), "*")
                    .then()
                    .statusCode(200)
                    .body("notKept.patient", contains(ada.patient().toString()))
                    .body("notKept.pointer", contains("/parts/0" + pointer))
                    .body("notKept[0].reason", not(containsString("BEST")));
            part(session, ada).body("text", nullValue());
            part(session, ben).body("text", equalTo(story(1)));
        });
    }

    @Test
    void whatHoldsForAllIsSaidOnceAndExceptionsByThemselves() {
        var session = held(ada, ben);
        var cy = Riverside.aPatientOf();
        var open = linkable(session);
        var defaults = Map.of(
                "participation", "MODERATE", "response", "Attentive", "risk", "NONE_NOTED", "rating", "SOME_PROGRESS");
        var hers = Map.of("patient", ada.patient(), "text", story(0));
        var his = new HashMap<>(aPart(
                ben.patient(), story(1), List.of(rated(open.get(ben.patient().toString()), "MET"))));

        write(session, with(defaults, List.of(hers, his)))
                .then()
                .statusCode(200)
                .body("notKept", hasSize(0));

        part(session, ada)
                .body("participation", equalTo("MODERATE"))
                .body("response", equalTo("Attentive"))
                .body("risk", equalTo("NONE_NOTED"))
                .body("objectives.rating", everyItem(equalTo("SOME_PROGRESS")))
                .body("objectives", hasSize(3));
        part(session, ben)
                .body("participation", equalTo("ACTIVE"))
                .body("response", equalTo("Warm"))
                .body("objectives.rating", contains("MET"));
        write(session, with(defaults, List.of(his, Map.of("patient", cy.patient(), "text", "a"))), etag(session))
                .then()
                .statusCode(200)
                .body("notKept.pointer", contains("/parts/1/patient"));
        part(session, ada)
                .body("participation", equalTo("MODERATE"))
                .body("text", equalTo(""))
                .body("objectives", hasSize(3));
        refused(sign(session), 409, "everybody-present-has-a-text").body("errors.pointer", contains("/parts/0/text"));
        write(session, with(defaults, List.of(hers, his)), etag(session));
        sign(session).then().statusCode(200);
    }

    @Test
    void thatNoRiskWasNotedIsNotSaidOfSomebodyWhoseRiskIsDescribed() {
        var session = held(ada, ben);
        var defaults = Map.of(
                "participation", "MODERATE", "response", "Attentive", "risk", "NONE_NOTED", "rating", "SOME_PROGRESS");
        var hers = Map.of("patient", ada.patient(), "text", story(0), "riskText", "Spoke of not waking up.");
        var his = Map.of("patient", ben.patient(), "text", story(1), "riskText", " ");

        write(session, with(defaults, List.of(hers, his)))
                .then()
                .statusCode(200)
                .body("notKept", hasSize(0));

        part(session, ada).body("risk", nullValue());
        part(session, ben).body("risk", equalTo("NONE_NOTED"));
        refused(sign(session), 409, "risk-is-noted").body("errors.pointer", contains("/parts/0/risk"));
    }

    @Test
    void aRiskIsNobodysDefaultAndLongWordsAreOnePatientsOwn() {
        var session = held(ada, ben);
        var hers = Map.of("patient", ada.patient(), "text", story(0));
        for (var risk : List.of("CONCERN_RAISED", "ACUTE")) {
            refused(write(session, with(Map.of("risk", risk), List.of(hers))), 400, "invalid-request")
                    .body("errors.pointer", contains("/defaults/risk"));
        }

        refused(write(session, with(Map.of("response", "x".repeat(81)), List.of(hers))), 400, "invalid-request")
                .body("errors.pointer", contains("/defaults/response"));

        var defaults = Map.of("participation", "ACTIVE", "response", "x".repeat(80));
        write(session, with(defaults, List.of(hers))).then().statusCode(200).body("notKept", hasSize(0));
        part(session, ada).body("response", equalTo("x".repeat(80)));
    }

    @Test
    void whatNoDefaultSaysIsSaidInThePart() {
        var session = held(ada, ben);
        var hers = Map.of("patient", ada.patient(), "text", story(0));

        write(session, with(Map.of("participation", "ACTIVE"), List.of(hers)))
                .then()
                .statusCode(200)
                .body("notKept.pointer", contains("/parts/0/response"));
        refused(
                        write(session, with(Map.of("participation", "VERY"), List.of(hers)), etag(session)),
                        400,
                        "unreadable-body")
                .body("errors.pointer", contains("/defaults/participation"));
    }

    private static Map<String, Object> with(Map<String, ?> all, String field, Object value) {
        var changed = new HashMap<String, Object>(all);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> with(Map<String, ?> defaults, List<Map<String, ?>> parts) {
        var form = new HashMap<String, Object>(aForm("Shared.", List.of()));
        form.put("defaults", defaults);
        form.put("parts", parts);
        return form;
    }

    private Map<String, Object> without(String field, Map<String, String> open) {
        var part = new HashMap<>(aPart(ada.patient(), "a", open));
        part.remove(field);
        return part;
    }

    @Test
    void everyPartThatIsInTheWayOfASignatureIsNamedAndNoneIsSigned() {
        var session = held(ada, ben);
        var open = linkable(session);
        var concern = new HashMap<>(aPart(ada.patient(), story(0), open));
        concern.put("risk", "ACUTE");
        write(session, aForm("Shared.", List.of(concern, aPart(ben.patient(), story(1), List.of()))))
                .then()
                .statusCode(200)
                .body("notKept", hasSize(0));

        refused(sign(session), 409, "risk-is-noted")
                .body("errors.pointer", hasItems("/parts/0/riskText", "/parts/1/objectives"));
        read(session).then().body("status", equalTo("DRAFT"));

        concern.put("riskText", "Spoke of not waking up; stayed with her until her sister came.");
        write(session, aForm("Shared.", List.of(concern, aPart(ben.patient(), story(1), List.of()))), etag(session));
        refused(sign(session), 409, "objectives-are-rated")
                .body("detail", containsString(ben.patient().toString()))
                .body("errors.pointer", contains("/parts/1/objectives"));
        write(session, aForm("Shared.", List.of(concern, aPart(ben.patient(), story(1), open))), etag(session));
        sign(session).then().statusCode(200).body("status", equalTo("SIGNED"));
        part(session, ada).body("risk", equalTo("ACUTE"));
    }

    private ValidatableResponse part(SessionId session, InCare of) {
        return read(session).then().rootPath("parts.find { it.patient == '%s' }".formatted(of.patient()));
    }
}
