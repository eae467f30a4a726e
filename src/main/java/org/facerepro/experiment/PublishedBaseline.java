package org.facerepro.experiment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.facerepro.core.CorruptDataException;

/**
 * A figure that a publication prints; one row of {@code baselines/published.csv}, texts as printed.
 *
 * @param id unique and stable
 * @param paper key of the publication that prints the figure
 * @param table table, plot or page in it
 * @param method method or training set as named there
 * @param syntheticImages synthetic training images; blank if not stated
 * @param ids identities
 * @param imagesPerId images per identity
 * @param realImages real training images; 0 if none, blank if not stated
 * @param backbone network as stated
 * @param loss loss as stated
 * @param protocol test set
 * @param metric what was measured
 * @param value the figure, trailing zeros kept
 * @param unit percent, fraction, count and so on
 * @param printedPrecision step of the last printed digit
 * @param status exact, digitised, secondary or erratum, with the reason
 * @param source public address
 */
public record PublishedBaseline(
    String id,
    String paper,
    String table,
    String method,
    @JsonProperty("synthetic_images") String syntheticImages,
    String ids,
    @JsonProperty("images_per_id") String imagesPerId,
    @JsonProperty("real_images") String realImages,
    String backbone,
    String loss,
    String protocol,
    String metric,
    String value,
    String unit,
    @JsonProperty("printed_precision") String printedPrecision,
    String status,
    String source) {

  /** The parts of an average were rounded before, so that it is off by more than its own step. */
  private static final double AVERAGE_STEP = 1e-4;

  private static final Path FILE = Path.of("baselines", "published.csv");

  /**
   * Reads all rows.
   *
   * @param home folder of the project
   * @throws CorruptDataException if the file is missing or a row has other columns
   */
  public static List<PublishedBaseline> readAll(Path home) {
    Path file = home.resolve(FILE);
    CsvSchema schema = CsvSchema.emptySchema().withHeader();
    try (MappingIterator<PublishedBaseline> rows =
        CsvMapper.builder()
            .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
            .build()
            .readerFor(PublishedBaseline.class)
            .with(schema)
            .readValues(file.toFile())) {
      return rows.readAll();
    } catch (IOException e) {
      throw new CorruptDataException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Returns whether a gate may rest on the row. */
  @JsonIgnore
  public boolean isExact() {
    return status.equals("exact");
  }

  /** Returns whether the row is known to be wrong; such rows are shown, never gated. */
  @JsonIgnore
  public boolean isErratum() {
    return status.startsWith("erratum");
  }

  /** Returns the value as metrics have it: rates as fractions, other numbers as printed. */
  public double inMetricUnit() {
    return scaled(value);
  }

  /** Returns the step of the last printed digit in the same unit; see {@link #inMetricUnit}. */
  public double precisionInMetricUnit() {
    double step = scaled(printedPrecision);
    return metric.equals("avg") ? Math.max(step, AVERAGE_STEP) : step;
  }

  private double scaled(String printed) {
    BigDecimal number = new BigDecimal(printed);
    boolean percent = unit.equals("percent") || unit.equals("percentage-points");
    return (percent ? number.movePointLeft(2) : number).doubleValue();
  }
}
