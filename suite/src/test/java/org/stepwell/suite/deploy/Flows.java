package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stepwell.suite.deploy.Parties.Party;

/** The network is closed but for the flows in the table of docs/security.md, and each of these is open at both ends. */
final class Flows implements Check {

    private static final List<String> PRIVATE =
            List.of("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");

    /** A port that somebody may reach at somebody else. */
    record Flow(String from, String to, int port) implements Comparable<Flow> {

        private static final Comparator<Flow> ORDER =
                Comparator.comparing(Flow::from).thenComparing(Flow::to).thenComparingInt(Flow::port);

        @Override
        public int compareTo(Flow other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return "%s to %s on %d".formatted(from, to, port);
        }
    }

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        closed(rendered, complaints);
        var table = FlowTable.flows();
        var out = open(rendered, "egress", "to");
        var in = open(rendered, "ingress", "from");
        var here = Parties.of(rendered).stream().map(Party::name).toList();
        Stream.concat(out.stream(), in.stream())
                .distinct()
                .filter(flow -> !table.contains(flow))
                .forEach(flow -> complaints.insist(
                        false,
                        "%s is open and not in the table of docs/security.md; close it, or say there what for",
                        flow));
        out.stream()
                .filter(flow -> here.contains(flow.to()) && !in.contains(flow))
                .forEach(flow -> complaints.insist(false, "%s is let out and not in; open the other end", flow));
        in.stream()
                .filter(flow -> here.contains(flow.from()) && !out.contains(flow))
                .forEach(flow -> complaints.insist(false, "%s is let in and not out; open the other end", flow));
        return complaints.all();
    }

    /** All flows that an overlay opens, at either end. */
    static Set<Flow> open(Rendered rendered) {
        var flows = new TreeSet<>(open(rendered, "egress", "to"));
        flows.addAll(open(rendered, "ingress", "from"));
        return flows;
    }

    private static void closed(Rendered rendered, Complaints complaints) {
        var closed = rendered.named("NetworkPolicy", "default-deny");
        complaints.insist(
                closed.isPresent()
                        && closed.get().at("/spec/podSelector").isEmpty()
                        && closed.get().at("/spec/policyTypes").toString().equals("[\"Ingress\",\"Egress\"]")
                        && closed.get().path("spec").size() == 2,
                "Close the whole namespace both ways in NetworkPolicy default-deny, and open flows in policies of their own");
        for (JsonNode policy : rendered.all("NetworkPolicy")) {
            var types = policy.at("/spec/policyTypes").toString();
            complaints.insist(
                    (!policy.path("spec").has("ingress") || types.contains("Ingress"))
                            && (!policy.path("spec").has("egress") || types.contains("Egress")),
                    "NetworkPolicy %s: name what it says in policyTypes",
                    Rendered.name(policy));
            policy.findValues("ipBlock").forEach(block -> outside(policy, block, complaints));
        }
    }

    /** Whoever may reach the internet must not reach this network by it. */
    private static void outside(JsonNode policy, JsonNode block, Complaints complaints) {
        var except = Rendered.stream(block.path("except")).map(JsonNode::asText).toList();
        complaints.insist(
                !block.path("cidr").asText().equals("0.0.0.0/0") || except.containsAll(PRIVATE),
                "NetworkPolicy %s opens the whole network; except %s",
                Rendered.name(policy),
                PRIVATE);
    }

    private static Set<Flow> open(Rendered rendered, String direction, String peers) {
        var flows = new TreeSet<Flow>();
        var parties = Parties.of(rendered);
        for (JsonNode policy : rendered.all("NetworkPolicy")) {
            for (JsonNode rule : policy.path("spec").path(direction)) {
                if (rule.path(peers).isEmpty() || rule.path("ports").isEmpty()) {
                    flows.add(new Flow(Rendered.name(policy), "everybody", 0));
                }
                for (JsonNode peer : rule.path(peers)) {
                    for (JsonNode port : rule.path("ports")) {
                        for (var self : here(parties, policy.at("/spec/podSelector"))) {
                            for (var other : others(parties, policy, peer)) {
                                flows.add(
                                        direction.equals("egress")
                                                ? new Flow(
                                                        self,
                                                        other,
                                                        port.path("port").asInt())
                                                : new Flow(
                                                        other,
                                                        self,
                                                        port.path("port").asInt()));
                            }
                        }
                    }
                }
            }
        }
        return flows;
    }

    private static List<String> here(List<Party> parties, JsonNode selector) {
        if (selector.isEmpty()) {
            return List.of("everybody");
        }
        return parties.stream()
                .filter(party -> Rendered.selects(selector, party.labels()))
                .map(Party::name)
                .toList();
    }

    private static List<String> others(List<Party> parties, JsonNode policy, JsonNode peer) {
        if (peer.has("ipBlock")) {
            return List.of(Rendered.name(policy).equals("kubernetes-api") ? "kubernetes" : "internet");
        }
        if (peer.has("namespaceSelector")) {
            var labels = peer.at("/namespaceSelector/matchLabels");
            return List.of(labels.path("stepwell.org/role")
                    .asText(labels.path("kubernetes.io/metadata.name").asText("every namespace")));
        }
        return here(parties, peer.path("podSelector"));
    }
}
