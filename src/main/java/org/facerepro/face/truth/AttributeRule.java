package org.facerepro.face.truth;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Decides an attribute from facts in three values: yes, no, and undefined where a fact that matters
 * is not known (Kleene's logic). The text of a rule is made from the rule itself.
 */
sealed interface AttributeRule {

  /** Returns what the facts say. */
  AttributeLabel decide(FaceFacts facts);

  /** Returns the rule in words and numbers. */
  String text();

  /** A fact is at least a threshold. */
  record AtLeast(FaceFact fact, double threshold) implements AttributeRule {
    @Override
    public AttributeLabel decide(FaceFacts facts) {
      OptionalDouble value = facts.get(fact);
      return value.isEmpty()
          ? AttributeLabel.UNDEFINED
          : AttributeLabel.of(value.getAsDouble() >= threshold);
    }

    @Override
    public String text() {
      return fact.label() + " >= " + number(threshold);
    }
  }

  /** The size of a fact, whatever its sign, is at least a threshold. */
  record SizeAtLeast(FaceFact fact, double threshold) implements AttributeRule {
    @Override
    public AttributeLabel decide(FaceFacts facts) {
      OptionalDouble value = facts.get(fact);
      return value.isEmpty()
          ? AttributeLabel.UNDEFINED
          : AttributeLabel.of(Math.abs(value.getAsDouble()) >= threshold);
    }

    @Override
    public String text() {
      return "|" + fact.label() + "| >= " + number(threshold);
    }
  }

  /** All of several rules hold. */
  record All(List<AttributeRule> rules) implements AttributeRule {
    @Override
    public AttributeLabel decide(FaceFacts facts) {
      return rules.stream()
          .map(rule -> rule.decide(facts))
          .min(AttributeLabel::compareTo)
          .orElse(AttributeLabel.YES);
    }

    @Override
    public String text() {
      return joined(rules, " and ");
    }
  }

  /** At least one of several rules holds. */
  record Any(List<AttributeRule> rules) implements AttributeRule {
    @Override
    public AttributeLabel decide(FaceFacts facts) {
      return rules.stream()
          .map(rule -> rule.decide(facts))
          .max(AttributeLabel::compareTo)
          .orElse(AttributeLabel.NO);
    }

    @Override
    public String text() {
      return joined(rules, " or ");
    }
  }

  /** A rule does not hold. */
  record Not(AttributeRule rule) implements AttributeRule {
    @Override
    public AttributeLabel decide(FaceFacts facts) {
      return rule.decide(facts).opposite();
    }

    @Override
    public String text() {
      if (rule instanceof AtLeast bound) {
        return bound.fact().label() + " < " + number(bound.threshold());
      }
      return "not (" + rule.text() + ")";
    }
  }

  /** A rule that cannot be judged while another holds, as hair colour under a hat. */
  record Unless(AttributeRule rule, AttributeRule hidden) implements AttributeRule {
    @Override
    public AttributeLabel decide(FaceFacts facts) {
      return hidden.decide(facts) == AttributeLabel.YES
          ? AttributeLabel.UNDEFINED
          : rule.decide(facts);
    }

    @Override
    public String text() {
      return rule.text() + "; undefined if " + hidden.text();
    }
  }

  /** The generator never draws it. */
  record Never() implements AttributeRule {
    @Override
    public AttributeLabel decide(FaceFacts facts) {
      return AttributeLabel.NO;
    }

    @Override
    public String text() {
      return "never: no generator draws it";
    }
  }

  /** The generator cannot decide it. */
  record Undecided(String reason) implements AttributeRule {
    @Override
    public AttributeLabel decide(FaceFacts facts) {
      return AttributeLabel.UNDEFINED;
    }

    @Override
    public String text() {
      return "undefined: " + reason;
    }
  }

  /** A flag is set. */
  static AttributeRule is(FaceFact fact) {
    return new AtLeast(fact, 0.5);
  }

  /** A fact is at least a threshold. */
  static AttributeRule atLeast(FaceFact fact, double threshold) {
    return new AtLeast(fact, threshold);
  }

  /** A fact is below a threshold. */
  static AttributeRule below(FaceFact fact, double threshold) {
    return new Not(new AtLeast(fact, threshold));
  }

  /** All of several rules hold. */
  static AttributeRule all(AttributeRule... rules) {
    return new All(Arrays.asList(rules));
  }

  /** At least one of several rules holds. */
  static AttributeRule any(AttributeRule... rules) {
    return new Any(Arrays.asList(rules));
  }

  /** A rule does not hold. */
  static AttributeRule not(AttributeRule rule) {
    return new Not(rule);
  }

  /** Returns this rule, undefined while a flag is set. */
  default AttributeRule unless(FaceFact... hiding) {
    AttributeRule[] flags =
        Arrays.stream(hiding).map(AttributeRule::is).toArray(AttributeRule[]::new);
    return new Unless(this, flags.length == 1 ? flags[0] : any(flags));
  }

  private static String joined(List<AttributeRule> rules, String word) {
    return rules.stream()
        .map(r -> r instanceof All || r instanceof Any ? "(" + r.text() + ")" : r.text())
        .collect(Collectors.joining(word));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
