"""One plan of the workbook for both ways: the writer and the reader use the same names."""
