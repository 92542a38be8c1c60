package io.colloquy.evaluator.http;

import io.colloquy.evaluator.bank.BankCsv;
import io.colloquy.evaluator.bank.BankJson;
import io.colloquy.evaluator.bank.InvalidContentException;
import io.colloquy.evaluator.bank.QuestionBank;
import io.colloquy.evaluator.library.BankLedger;
import io.colloquy.evaluator.library.BuiltInBanks;
import io.colloquy.evaluator.library.CurrentBank;
import io.colloquy.evaluator.library.Expectation;
import io.colloquy.evaluator.library.Library;
import io.colloquy.evaluator.library.LogUnavailableException;
import io.colloquy.platform.http.Problem;
import io.colloquy.platform.identity.Guard;
import io.colloquy.platform.identity.Principal;
import io.colloquy.platform.identity.Role;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Question banks of the caller's organisation, and the built-in ones to read. Reviewers read, interviewers and administrators
 * write; nobody sees another organisation's.
 */
public final class BankRoutes {
    private static final String BANKS = "/api/v1/banks";
    private static final String BANK = BANKS + "/{id}";
    private static final String CSV = "text/csv";

    private final Guard guard;
    private final BankLedger ledger;
    private final Library library;
    private final BooleanSupplier current;

    /**
     * Behind this guard.
     *
     * @param current whether the ledger has read what was there at the start
     */
    public BankRoutes(Guard guard, BankLedger ledger, Library library, BooleanSupplier current) {
        this.guard = guard;
        this.ledger = ledger;
        this.library = library;
        this.current = current;
    }

    /** Adds the routes. */
    public void addTo(JavalinConfig javalin) {
        javalin.routes.get(BANKS, translated(this::list));
        javalin.routes.post(BANKS, translated(this::create));
        javalin.routes.post(BANKS + "/import", translated(this::take));
        javalin.routes.get(BANK, translated(this::read));
        javalin.routes.put(BANK, translated(this::replace));
        javalin.routes.delete(BANK, translated(this::retire));
        javalin.routes.get(BANK + "/versions", translated(this::versions));
        javalin.routes.get(BANK + "/export", translated(this::export));
    }

    private void list(Context context) {
        String organisation = reader(context).organisationId();
        context.json(BankViews.list(ledger.banks(organisation), ledger.defaultBank(organisation)));
    }

    private void read(Context context) {
        String id = context.pathParam("id");
        Principal caller = reader(context);
        QuestionBank content = content(context, caller);
        Optional<CurrentBank> known = ledger.current(caller.organisationId(), id);
        tag(context, content.version()).json(BankViews.content(id, content, known));
    }

    private void versions(Context context) {
        String id = context.pathParam("id");
        Principal caller = reader(context);
        CurrentBank bank = ledger.current(caller.organisationId(), id).orElseThrow(() -> Expectation.unknown(id));
        context.json(BankViews.versions(bank, ledger.versions(caller.organisationId(), id)));
    }

    private void create(Context context) {
        Library.Author author = author(context);
        QuestionBank content = BankJson.read(context.bodyAsBytes());
        String id = Optional.ofNullable(context.queryParam("bank_id"))
                .map(BankIds::checked)
                .orElseGet(() -> BankIds.of(content));
        saved(context.status(201), library.save(author, id, content, new Expectation.Absent()));
    }

    private void replace(Context context) {
        Library.Author author = author(context);
        String id = BankIds.checked(context.pathParam("id"));
        Expectation expected = IfMatch.read(context)
                .orElseThrow(() -> Problem.preconditionRequired(
                        "Expected If-Match with the version that the change is based on, but there is none"));
        saved(context, library.save(author, id, BankJson.read(context.bodyAsBytes()), expected));
    }

    private void take(Context context) {
        Library.Author author = author(context);
        QuestionBank content = isCsv(context)
                ? BankCsv.read(context.bodyAsBytes(), asked(context, "name"), asked(context, "language"))
                : BankJson.read(context.bodyAsBytes());
        String id = Optional.ofNullable(context.queryParam("bank_id"))
                .map(BankIds::checked)
                .orElseGet(() -> BankIds.of(content));
        Optional<Expectation> expected = IfMatch.read(context);
        saved(
                context.status(expected.isPresent() ? 200 : 201),
                library.save(author, id, content, expected.orElseGet(Expectation.Absent::new)));
    }

    private void retire(Context context) {
        Library.Author author = author(context);
        String id = BankIds.checked(context.pathParam("id"));
        library.retire(author, id, IfMatch.read(context).orElseGet(Expectation.Any::new));
        context.status(204);
    }

    private void export(Context context) {
        QuestionBank content = content(context, reader(context));
        String format = Optional.ofNullable(context.queryParam("format")).orElse("json");
        byte[] file = switch (format) {
            case "json" -> BankJson.write(content);
            case "csv" -> BankCsv.write(content);
            default -> throw Problem.invalidRequest("Expected the format json or csv, but it is neither of them");
        };
        tag(context, content.version())
                .contentType(format.equals("csv") ? CSV + "; charset=utf-8" : "application/json")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s.%s\"".formatted(context.pathParam("id"), format))
                .result(file);
    }

    private QuestionBank content(Context context, Principal caller) {
        String id = context.pathParam("id");
        Optional<String> version = Optional.ofNullable(context.queryParam("version"));
        return BuiltInBanks.of(id)
                .filter(bank -> version.map(bank.version()::equals).orElse(true))
                .or(() -> version.or(() ->
                                ledger.current(caller.organisationId(), id).map(CurrentBank::version))
                        .flatMap(wanted -> ledger.version(caller.organisationId(), id, wanted))
                        .map(it -> it.content()))
                .orElseThrow(() -> Expectation.unknown(BankIds.isOne(id) ? id : "?"));
    }

    private void saved(Context context, CurrentBank bank) {
        context.header("Location", BANKS + "/" + bank.bankId());
        tag(context, bank.version()).json(BankViews.bank(bank, ledger.defaultBank(organisation(context))));
    }

    private static Context tag(Context context, String version) {
        return context.header("ETag", '"' + version + '"').header("Cache-Control", "no-cache");
    }

    private static boolean isCsv(Context context) {
        String type = Optional.ofNullable(context.contentType()).orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith(CSV)) {
            return true;
        }
        if (type.startsWith("application/json")) {
            return false;
        }
        throw Problem.unsupported("Expected a bank as application/json or text/csv, but it is of another type");
    }

    private static String asked(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    private Principal reader(Context context) {
        return guard.require(context, Role.INTERVIEWER, Role.ANALYST, Role.ADMIN);
    }

    private Library.Author author(Context context) {
        Principal caller = guard.require(context, Role.INTERVIEWER, Role.ADMIN);
        return new Library.Author(caller.organisationId(), caller.userId());
    }

    private String organisation(Context context) {
        return guard.principal(context).organisationId();
    }

    private Handler translated(Handler handler) {
        return context -> {
            guard.principal(context);
            if (!current.getAsBoolean()) {
                throw Problem.unavailable("Expected to know the banks of organisations, but they are still being read");
            }
            try {
                handler.handle(context);
            } catch (InvalidContentException e) {
                throw BankViews.refused(e);
            } catch (LogUnavailableException e) {
                throw Problem.unavailable(e.getMessage());
            }
        };
    }
}
