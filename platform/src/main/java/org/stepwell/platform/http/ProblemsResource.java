package org.stepwell.platform.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.problem.Rule;
import org.stepwell.platform.problem.RuleBook;

/** What a problem's type means: the rules of this service as sentences. */
@Path("problems")
@Guard(Policy.ANYONE)
class ProblemsResource {

    private final RuleBook rules;

    ProblemsResource(RuleBook rules) {
        this.rules = rules;
    }

    /** One rule. */
    @Schema(name = "RuleView")
    record View(String slug, String sentence, int status) {
        static View of(Rule rule) {
            return new View(rule.slug(), rule.sentence(), rule.status());
        }
    }

    @GET
    @Operation(summary = "All reasons this service says no")
    public List<View> all() {
        return rules.all().stream().map(View::of).toList();
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "One reason to say no")
    public View one(String slug) {
        return View.of(rules.find(slug).orElseThrow(NotFoundException::new));
    }
}
