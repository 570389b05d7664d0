package org.stepwell.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two clinics that are there when Stepwell comes up, so that the first request has something to find. They are founded, have
 * somebody on call, and the demo users are invited, through the same API that everybody uses; what was done at an earlier start stays as it is.
 */
public final class DemoClinic {
    /** The demo clinic most demo users work in. */
    public static final String RIVERSIDE = "019a0000-0000-7000-8000-000000000001";

    /** The other demo clinic, to show that clinics do not see each other. */
    public static final String HARBOR = "019a0000-0000-7000-8000-000000000002";

    private static final String OPS = "olga";
    private static final String FOUNDER = "ada";
    private static final String PATIENT = "patient";

    /** Nobody's number; what is sent there is kept in the folder of messages. */
    private static final String ON_CALL = "+15550111";

    /** Those who treat patients. */
    private static final Map<String, String> CREDENTIALS =
            Map.of("carl", "LCSW", "cora", "LPC", "pia", "MD", "sam", "LCSW-S", "hal", "LCSW");

    /** Who comes in without being invited: by the token alone, or as somebody nobody is yet. */
    private static final List<String> UNINVITED = List.of("ops", "support-person", "partner");

    private static final int CREATED = 201;
    private static final int REFUSED = 300;
    private static final int NOT_FOUND = 404;
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clinic clinic;
    private final HttpClient http = Http.client();

    /** An answer of the API. */
    private record Answer(int status, String body) {
        String text(String field) {
            return json().path(field).asText();
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    DemoClinic(Clinic clinic) {
        this.clinic = clinic;
    }

    /** Makes sure that both clinics, their staff and the accounts of the demo users are there. */
    void load() throws IOException, InterruptedException {
        found(RIVERSIDE, "Riverside");
        found(HARBOR, "Harbor");
        hasSomebodyOnCall(RIVERSIDE, "riverside");
        hasSomebodyOnCall(HARBOR, "harbor");
        for (var user : RealmFile.demoUsers()) {
            if (user.roles().stream().noneMatch(UNINVITED::contains)) {
                for (var place : user.clinics()) {
                    welcome(user, place);
                }
            }
        }
    }

    private void found(String place, String name) throws IOException, InterruptedException {
        if (belongs(FOUNDER, place)) {
            return;
        }
        var founded = must(post(
                OPS,
                place,
                Service.ENROLLMENT,
                "/clinics/" + place + "/founding",
                Map.of("name", name, "zone", "America/New_York", "weekStart", "MONDAY")));
        accept(FOUNDER, place, founded.json().path("administrator").path("code").asText());
    }

    /** Or nothing would show that what can not wait is paged; whom somebody has said since stays. */
    private void hasSomebodyOnCall(String place, String name) throws IOException, InterruptedException {
        var path = "/clinics/" + place + "/on-call";
        var known = must(send(request(FOUNDER, place, Service.ENROLLMENT, path).GET()))
                .json();
        if (known.path("phone").isTextual() || known.path("email").isTextual()) {
            return;
        }
        must(send(request(FOUNDER, place, Service.ENROLLMENT, path)
                .header("If-Match", "*")
                .PUT(body(Map.of("phone", ON_CALL, "email", "on-call@%s.example".formatted(name))))));
    }

    private void welcome(RealmFile.DemoUser user, String place) throws IOException, InterruptedException {
        if (belongs(user.name(), place)) {
            return;
        }
        var guest = new TreeMap<String, Object>();
        guest.put("roles", user.roles().stream().map(DemoClinic::code).toList());
        boolean patient = user.roles().contains(PATIENT);
        if (patient) {
            guest.put(PATIENT, registered(user, place));
        } else if (!user.staff().isEmpty()) {
            employ(user, place);
            guest.put("staff", user.staff());
        }
        var inviter = patient ? "ivy" : FOUNDER;
        // Enrollment hears of a new colleague from scheduling.
        var invited = insist(() -> post(inviter, place, Service.ENROLLMENT, "/invitations", guest), CREATED);
        accept(user.name(), place, invited.text("code"));
    }

    private void employ(RealmFile.DemoUser user, String place) throws IOException, InterruptedException {
        var path = "/staff/" + user.staff();
        // Scheduling hears of the administrator's account from enrollment.
        var found = insist(
                () -> send(request(FOUNDER, place, Service.SCHEDULING, path).GET()), NOT_FOUND);
        if (found.status() == NOT_FOUND) {
            must(send(request(FOUNDER, place, Service.SCHEDULING, path)
                    .PUT(body(Map.of(
                            "name", user.fullName(),
                            "credentials", List.of(CREDENTIALS.getOrDefault(user.name(), "LCSW")),
                            "active", true)))));
        }
    }

    /** The id of the demo's patient, who may have been registered by a start that was ended early. */
    private String registered(RealmFile.DemoUser user, String place) throws IOException, InterruptedException {
        var familyName = user.fullName().substring(user.fullName().lastIndexOf(' ') + 1);
        var known = must(send(request("ivy", place, Service.ENROLLMENT, "/patients")
                        .header("X-Family-Name", familyName)
                        .GET()))
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        if (!known.isEmpty()) {
            return known;
        }
        var rules = Map.of("phone", true, "textMessage", true, "email", true, "voicemail", false);
        return must(post(
                        "ivy",
                        place,
                        Service.ENROLLMENT,
                        "/patients",
                        Map.of(
                                "givenName",
                                user.fullName().substring(0, user.fullName().indexOf(' ')),
                                "familyName",
                                familyName,
                                "birthDate",
                                "1990-06-01",
                                "language",
                                "en",
                                "contactRules",
                                rules)))
                .text("id");
    }

    private boolean belongs(String user, String place) throws IOException, InterruptedException {
        return send(request(user, place, Service.ENROLLMENT, "/clinics/" + place)
                                .GET())
                        .status()
                < REFUSED;
    }

    private void accept(String user, String place, String code) throws IOException, InterruptedException {
        must(post(user, place, Service.ENROLLMENT, "/invitations/acceptance", Map.of("code", code)));
    }

    private static String code(String role) {
        return role.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private interface Asking {
        Answer ask() throws IOException, InterruptedException;
    }

    /** Asks until the service has heard what another told it, and answers well or with this. */
    private static Answer insist(Asking asking, int enough) throws IOException, InterruptedException {
        long until = System.nanoTime() + ANSWER_MAX.toNanos();
        var answer = asking.ask();
        while (answer.status() >= REFUSED && answer.status() != enough && System.nanoTime() < until) {
            Thread.sleep(PAUSE_MILLIS);
            answer = asking.ask();
        }
        return answer.status() == enough ? answer : must(answer);
    }

    private static Answer must(Answer answer) {
        if (answer.status() >= REFUSED) {
            throw new Trouble("The demo clinic was refused (%d): %s".formatted(answer.status(), answer.body()));
        }
        return answer;
    }

    private Answer post(String user, String place, Service service, String path, Map<String, ?> form)
            throws IOException, InterruptedException {
        return send(request(user, place, service, path).POST(body(form)));
    }

    private static HttpRequest.BodyPublisher body(Map<String, ?> form) throws JsonProcessingException {
        return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(form));
    }

    /** Whoever runs the deployment gives a second factor before making a clinic. */
    private String token(String user) {
        return user.equals(OPS) ? clinic.tokenWithSecondFactor(user) : clinic.token(user);
    }

    private HttpRequest.Builder request(String user, String place, Service service, String path) {
        return HttpRequest.newBuilder(URI.create(clinic.baseUrl(service) + path))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + token(user))
                .header("Content-Type", "application/json")
                .header("X-Clinic", place);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }
}
