package org.stepwell.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what runs, where, and how healthy it is; exit code 0 when everything does. */
final class Status implements Verb {
    private static final int DOWN = 3;

    @Override
    public int run(List<String> arguments) throws Exception {
        Verb.knowsOnly(arguments, "--json");
        var asJson = arguments.contains("--json");
        var found = ClinicFile.running(Settings.local().home());
        if (found.isEmpty()) {
            System.out.println(
                    asJson ? "{\"up\":false,\"parts\":{}}" : "Stepwell is down; start it with ./stepwell up");
            return DOWN;
        }
        var parts = parts(found.get().settings());
        var up = parts.values().stream().allMatch(Part::up);
        if (asJson) {
            System.out.println(new ObjectMapper()
                    .writeValueAsString(Map.of("up", up, "pid", found.get().pid(), "parts", parts)));
        } else {
            parts.forEach((name, part) -> System.out.printf("%-11s %-9s %s%n", name, part.state(), part.where()));
        }
        return up ? 0 : 1;
    }

    /** One part of the house: where it is, and how it is; of a store it is only known that somebody listens. */
    public record Part(String where, boolean up, String state) {

        static Part of(String where, boolean up, String whenUp) {
            return new Part(where, up, up ? whenUp : "DOWN");
        }
    }

    static Map<String, Part> parts(Settings settings) throws InterruptedException {
        var ports = settings.ports();
        var parts = new LinkedHashMap<String, Part>();
        parts.put("postgres", listening(ports, Door.POSTGRES));
        parts.put("kafka", listening(ports, Door.KAFKA));
        parts.put("mail", listening(ports, Door.MAIL));
        parts.put("keycloak", Part.of(settings.issuer(), ChildProcess.isReady(Keycloak.ready(settings)), "ready"));
        var clinic = new Clinic(settings, new Progress(System.err));
        for (var service : Service.all()) {
            parts.put(
                    service.title(),
                    service(settings, service, clinic.baseUrl(service).toString()));
        }
        return parts;
    }

    /** One that answers while its poll loop or its relay is dead is not up: nobody hears of what it does. */
    private static Part service(Settings settings, Service service, String where) throws InterruptedException {
        if (ChildProcess.isReady(ServiceProcess.health(settings, service))) {
            return new Part(where, true, "ready");
        }
        boolean answers = ChildProcess.isReady(ServiceProcess.ready(settings, service));
        return new Part(where, false, answers ? "UNWELL" : "DOWN");
    }

    private static Part listening(Ports ports, Door door) {
        return Part.of("127.0.0.1:" + ports.of(door), Ports.isTaken(ports.of(door)), "listening");
    }
}
