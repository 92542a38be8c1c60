package io.colloquy.schemas.wire;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Lets Avro make instances of the contract's generated classes. Since 1.12.2 it refuses every class that nobody has
 * named as trusted, and a schema read from a registry could name any; only the contract's package is added.
 */
public final class ContractClasses {
    private static final String PACKAGE = "io.colloquy.events";

    static {
        ClassSecurityPredicate contract = type -> type.getPackageName().equals(PACKAGE);
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), contract));
    }

    private ContractClasses() {}

    /** Adds the contract's package to what this process trusts already. Repeating it changes nothing. */
    @SuppressWarnings("EmptyMethod") // Loading the class does it, once.
    public static void trust() {}
}
