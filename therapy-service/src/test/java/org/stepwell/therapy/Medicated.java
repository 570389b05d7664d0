package org.stepwell.therapy;

import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.supervisor;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.Riverside.InCare;

/** Somebody who takes medication and is screened, with all that their pages show. */
final class Medicated {

    private Medicated() {}

    /** The ids of what was made, by the names that paths give them. */
    static Map<String, String> everything(InCare who, StaffId prescriber) {
        var episode = API + "/episodes/" + who.episode();
        var patient = API + "/patients/" + who.patient();
        var orders = episode + "/medication-orders";
        posts(Person.at("prescriber").who(prescriber), orders, """
                {"product": "BUPRENORPHINE_NALOXONE_FILM_8", "indication": "OPIOID_USE_DISORDER", "unitsPerDose": 1, "draft": true}
                """);
        var order = posts(Person.at("prescriber").who(prescriber), orders, """
                {"product": "NALTREXONE_INJECTION_380", "indication": "ALCOHOL_USE_DISORDER", "unitsPerDose": 1,
                 "instructions": "Before noon.", "end": "%s",
                 "inputs": {"lastOpioid": "SHORT_ACTING", "lastOpioidOn": "2020-03-02", "lastAlcoholAt": "2020-03-02T08:00:00Z",
                     "consentsToDisulfiram": true, "creatinineClearance": 95, "cowsTotal": 0},
                 "overrides": [{"check": "LIVER_TESTS_BEFORE_NALTREXONE", "because": "Drawn this morning."}]}
                """.formatted(
                                LocalDate.now(ZoneId.of("America/New_York")).plusYears(1)))
                .<String>path("order.id");
        var dose = posts(supervisor(), orders + "/" + order + "/doses", """
                {"outcome": "GIVEN", "site": "GLUTEAL_LEFT", "lot": "K4471-2"}
                """).<String>path("id");
        var external =
                posts(supervisor(), patient + "/external-medications", """
                {"substance": "OTHER", "name": "Lisinopril", "howTaken": "mornings", "givenBy": "Dr. Lopez", "since": "2020-03-02",
                 "until": "2020-03-09"}
                """).<String>path("id");
        posts(supervisor(), episode + "/pdmp-checks", "{}");
        posts(supervisor(), episode + "/naloxone-offers", "{\"answer\": \"DECLINED\"}");
        return Map.of(
                "medicationOrder",
                order,
                "dose",
                dose,
                "externalMedication",
                external,
                "drugScreen",
                screened(episode));
    }

    private static String screened(String episode) {
        supervisor().asks().body("{}").put(episode + "/drug-screen-plan").then().statusCode(200);
        var screens = episode + "/drug-screens";
        posts(supervisor(), screens, "{}"); // which nobody has collected yet
        var id = posts(supervisor(), screens, "{}").<String>path("id");
        var screen = screens + "/" + id;
        changes(screen + "/collection", "{\"temperature\": 96}");
        changes(screen + "/results", """
                {"kind": "PRESUMPTIVE", "creatinine": 88, "readings": [{"analyte": "OPIATES", "outcome": "NOT_DETECTED"}]}
                """);
        changes(screen + "/corrections", """
                {"kind": "PRESUMPTIVE", "analyte": "OPIATES", "outcome": "DETECTED", "because": "Read wrongly."}
                """);
        changes(screen + "/review", "{\"explained\": [\"OPIATES\"], \"words\": \"Talked about it.\"}");
        return id;
    }

    private static void changes(String path, String body) {
        supervisor().asks().header("If-Match", "*").body(body).post(path).then().statusCode(200);
    }

    private static ExtractableResponse<Response> posts(Person who, String path, String body) {
        return who.asks().body(body).post(path).then().statusCode(201).extract();
    }
}
