package org.stepwell.enrollment.account;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.account.AccountEvent.AccountChanged;
import org.stepwell.contracts.account.AccountEvent.AccountChanged.Standing;
import org.stepwell.contracts.id.AccountId;
import org.stepwell.platform.access.Access;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.access.Guard;
import org.stepwell.platform.access.Policy;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.http.Answers;
import org.stepwell.platform.http.IfMatch;
import org.stepwell.platform.http.Page;
import org.stepwell.platform.http.PageRequest;
import org.stepwell.platform.problem.Refusal;

/** The accounts of the clinic. Whatever is taken here is gone within seconds, whatever token is still good. */
@Path("accounts")
@Guard(Policy.ACCOUNTS_GIVEN)
class AccountResource {

    private final Accounts accounts;
    private final Access access;
    private final Caller caller;
    private final Invite invite;
    private final AdministratorTasks administrators;
    private final Clock clock;

    AccountResource(
            Accounts accounts,
            Access access,
            Caller caller,
            Invite invite,
            AdministratorTasks administrators,
            Clock clock) {
        this.accounts = accounts;
        this.access = access;
        this.caller = caller;
        this.invite = invite;
        this.administrators = administrators;
        this.clock = clock;
    }

    @Schema(name = "AccountRolesForm")
    record RolesForm(
            @Schema(examples = "[\"CLINICIAN\"]") @NotEmpty Set<@NotNull Role> roles) {}

    @GET
    @Transactional
    @Operation(summary = "The accounts of the clinic, oldest first")
    public RestResponse<Page<AccountView>> list(@Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        return Page.of(accounts.page(page), page, AccountView::of, Account::id, uri);
    }

    @GET
    @Path("{account}")
    @Transactional
    @Operation(summary = "An account")
    public RestResponse<AccountView> read(AccountId account) {
        return answer(accounts.of(account));
    }

    @PUT
    @Path("{account}/roles")
    @Transactional
    @Operation(summary = "Give and take roles; what is taken counts in no token any more")
    public RestResponse<AccountView> changeRoles(
            AccountId account, @HeaderParam("If-Match") @Nullable IfMatch version, @NotNull @Valid RolesForm form) {
        var roles = EnumSet.copyOf(form.roles());
        IfMatch.require(version, accounts.lockedOf(account).version());
        Grants.mustAllow(caller.identity().roles(), roles);
        return change(account, (found, now) -> found.changeRoles(roles, now));
    }

    @POST
    @Path("{account}/suspension")
    @Transactional
    @Operation(summary = "Let somebody in no more, for now")
    public RestResponse<AccountView> suspend(AccountId account) {
        return change(account, Account::suspend);
    }

    @POST
    @Path("{account}/reinstatement")
    @Transactional
    @Operation(summary = "Let somebody in again")
    public RestResponse<AccountView> reinstate(AccountId account) {
        return change(account, (found, now) -> {
            if (!invite.mayStillComeIn(found.staff())) {
                throw new Refusal(
                        AccountRule.WORKS_HERE_NO_MORE, "Make them active among the staff first (scheduling's staff).");
            }
            return found.reinstate(now);
        });
    }

    @POST
    @Path("{account}/departure")
    @Transactional
    @Operation(summary = "Somebody has left; they come back with a new invitation only")
    public RestResponse<AccountView> leave(AccountId account) {
        return change(account, Account::leave);
    }

    private RestResponse<AccountView> change(AccountId account, BiFunction<Account, Instant, AccountChanged> verb) {
        var found = accounts.lockedOf(account);
        Grants.mustAllow(caller.identity().roles(), found.roles());
        if (access.isCaller(found.subject())) {
            throw new Refusal(AccountRule.OWN_ACCOUNT, "This one is yours. Ask another administrator.");
        }
        boolean administered = found.administers();
        var changed = verb.apply(found, clock.instant());
        if (administered && !found.administers()) {
            accounts.mustKeepAdministratorBeside(found);
        }
        accounts.changed(changed);
        if (changed.standing() != Standing.ACTIVE) {
            invite.takeBackOf(found);
        }
        invite.takeBackBeyond(found);
        if (!administered && found.administers()) {
            administrators.somebodyIs();
        }
        return answer(found);
    }

    private static RestResponse<AccountView> answer(Account account) {
        return Answers.versioned(AccountView.of(account), account.version());
    }
}
